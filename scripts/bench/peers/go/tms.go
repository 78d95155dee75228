package main

import (
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/crypto/bcrypt"
)

var china = time.FixedZone("", 8*3600)

// A chinaTime is written as 2024-06-01T08:04:06.654597+08:00.
type chinaTime struct{ time.Time }

func (t chinaTime) MarshalJSON() ([]byte, error) {
	return t.In(china).AppendFormat(make([]byte, 0, 40), `"2006-01-02T15:04:05.000000-07:00"`), nil
}

type tmsUser struct {
	CreatedTime chinaTime `json:"created_time"`
	UpdatedTime chinaTime `json:"updated_time"`
	ID          int64     `json:"id"`
	Username    string    `json:"username"`
	Nickname    string    `json:"nickname"`
	Gender      string    `json:"gender"`
	Telephone   string    `json:"telephone"`
}

func (s *server) tmsCaller(r *http.Request) (u tmsUser, err error) {
	_, err = s.caller(r, "tms",
		&u.ID, &u.Username, &u.CreatedTime.Time, &u.UpdatedTime.Time, &u.Nickname, &u.Gender, &u.Telephone)
	return u, err
}

func (s *server) tmsMe(_ http.ResponseWriter, r *http.Request) (any, error) {
	user, err := s.tmsCaller(r)
	if err != nil {
		return nil, err
	}
	return found(user), nil
}

type loggedIn struct {
	Username    string `json:"username"`
	Token       string `json:"token"`
	AccessToken string `json:"access_token"`
}

func (s *server) login(_ http.ResponseWriter, r *http.Request) (any, error) {
	var id int64
	var generation int32
	var name, hash string
	var disabled bool
	row := s.pool.QueryRow(r.Context(), s.statements.TmsCredentials, strings.ToLower(r.PostFormValue("username")))
	err := row.Scan(&id, &name, &hash, &generation, &disabled)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, errRefused
	}
	if err != nil {
		return nil, err
	}
	if bcrypt.CompareHashAndPassword([]byte(hash), []byte(r.PostFormValue("password"))) != nil || disabled {
		return nil, errRefused
	}
	token, jti, err := s.issue("tms", name, id, generation)
	if err != nil {
		return nil, err
	}
	address, _, _ := net.SplitHostPort(r.RemoteAddr)
	if _, err := s.pool.Exec(r.Context(), s.statements.AddSession, jti, id, address, r.UserAgent()); err != nil {
		return nil, err
	}
	return envelope{200, "登录成功", loggedIn{name, "bearer " + token, token}}, nil
}
