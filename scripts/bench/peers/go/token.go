package main

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

const tokenLife = 24 * time.Hour

type claims struct {
	AccountID  int64 `json:"uid"`
	Generation int32 `json:"gen"`
	LoggedInAt int64 `json:"auth_time"`
	jwt.RegisteredClaims
}

// caller reads the columns of the account that the request's token names into targets, in their order.
func (s *server) caller(r *http.Request, realm string, targets ...any) (int64, error) {
	scheme, text, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "bearer") {
		return 0, errRefused
	}
	var token claims
	key := func(*jwt.Token) (any, error) { return s.keys[realm], nil }
	if _, err := s.parsers[realm].ParseWithClaims(strings.TrimSpace(text), &token, key); err != nil {
		return 0, errRefused
	}
	jti, err := uuid.Parse(token.ID)
	if err != nil {
		return 0, errRefused
	}
	var disabled, revoked bool
	var generation int32
	var kept *uuid.UUID
	row := s.pool.QueryRow(r.Context(), s.statements.Callers[realm], token.AccountID, jti)
	err = row.Scan(append(targets, &disabled, &generation, &kept, &revoked)...)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, errRefused
	}
	if err != nil {
		return 0, err
	}
	if disabled || revoked || generation != token.Generation && (kept == nil || *kept != jti) {
		return 0, errRefused
	}
	return token.AccountID, nil
}

func (s *server) issue(realm, name string, id int64, generation int32) (text string, jti uuid.UUID, err error) {
	jti = uuid.New()
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		AccountID:  id,
		Generation: generation,
		LoggedInAt: now.Unix(),
		RegisteredClaims: jwt.RegisteredClaims{
			Subject:   name,
			Audience:  jwt.ClaimStrings{realm},
			ID:        jti.String(),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(tokenLife)),
		},
	})
	text, err = token.SignedString(s.keys[realm])
	return text, jti, err
}
