package main

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// A utcTime is written as 2024-06-01T00:04:06.654Z.
type utcTime struct{ time.Time }

func (t utcTime) MarshalJSON() ([]byte, error) {
	return t.UTC().AppendFormat(make([]byte, 0, 32), `"2006-01-02T15:04:05.000Z"`), nil
}

type julongUser struct {
	ID         int64   `json:"id"`
	Username   string  `json:"username"`
	Mobile     string  `json:"mobile"`
	Type       int16   `json:"type"`
	Email      string  `json:"email"`
	CreateTime utcTime `json:"create_time"`
	Enabled    bool    `json:"mg_state"`
	RoleName   string  `json:"role_name"`
}

func scanJulongUser(row pgx.CollectableRow) (u julongUser, err error) {
	var disabled bool
	err = row.Scan(&u.ID, &u.Username, &u.Mobile, &u.Type, &u.Email, &u.CreateTime.Time, &disabled, &u.RoleName)
	u.Enabled = !disabled
	return u, err
}

type julongPage struct {
	Total int32        `json:"total"`
	Page  int          `json:"pagenum"`
	Users []julongUser `json:"users"`
}

type julongMeta struct {
	Message string `json:"message"`
	Status  int    `json:"status"`
}

type julongAnswer struct {
	Data julongPage `json:"data"`
	Meta julongMeta `json:"meta"`
}

func (s *server) listJulongUsers(_ http.ResponseWriter, r *http.Request) (any, error) {
	var role int64
	var mayRead bool
	if _, err := s.caller(r, "julong", &role, &mayRead); err != nil {
		return nil, err
	}
	if !mayRead {
		return nil, errForbidden
	}
	page, err := readPage(r, "pagenum", "pagesize")
	if err != nil {
		return nil, err
	}
	total, users, err := listWithTotal(
		r.Context(), s.pool, s.statements.CountJulongUsers, s.statements.PageOfJulongUsers, page, scanJulongUser)
	if err != nil {
		return nil, err
	}
	return julongAnswer{julongPage{total, page.number, users}, julongMeta{"获取成功", 200}}, nil
}

type wasteUser struct {
	ID       int64  `json:"id"`
	Username string `json:"username"`
	Role     int32  `json:"role"`
	Points   int32  `json:"points"`
	Status   int    `json:"status"`
}

func (s *server) getWasteUser(_ http.ResponseWriter, r *http.Request) (any, error) {
	var role int32
	if _, err := s.caller(r, "waste-sorting", &role); err != nil {
		return nil, err
	}
	if role != 1 {
		return nil, errForbidden
	}
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil || id < 1 {
		return nil, errInvalid
	}
	rows, err := s.pool.Query(r.Context(), s.statements.WasteUser, id)
	if err != nil {
		return nil, err
	}
	user, err := pgx.CollectExactlyOneRow(rows, scanWasteUser)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, errNotFound
	}
	return user, err
}

func scanWasteUser(row pgx.CollectableRow) (u wasteUser, err error) {
	var disabled bool
	err = row.Scan(&u.ID, &u.Username, &u.Role, &u.Points, &disabled)
	if disabled {
		u.Status = 1
	}
	return u, err
}

type profile struct {
	Email       string  `json:"email"`
	FirstName   *string `json:"first_name"`
	LastName    *string `json:"last_name"`
	PhoneNumber *string `json:"phone_number"`
}

func (s *server) profile(_ http.ResponseWriter, r *http.Request) (any, error) {
	var p profile
	_, err := s.caller(r, "user-login", &p.Email, &p.FirstName, &p.LastName, &p.PhoneNumber)
	return p, err
}
