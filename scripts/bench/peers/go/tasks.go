package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
)

type task struct {
	CreatedTime chinaTime `json:"created_time"`
	UpdatedTime chinaTime `json:"updated_time"`
	ID          int64     `json:"id"`
	Description string    `json:"description"`
	Detail      string    `json:"detail"`
	Type        string    `json:"type"`
	Price       float64   `json:"price"`
	Status      string    `json:"status"`
	Publisher   string    `json:"publisher"`
	Assignee    *string   `json:"assignee"`
}

func scanTask(row pgx.CollectableRow) (t task, err error) {
	err = row.Scan(&t.ID, &t.Description, &t.Detail, &t.Type, &t.Price, &t.Status, &t.Publisher, &t.Assignee,
		&t.CreatedTime.Time, &t.UpdatedTime.Time)
	return t, err
}

func (s *server) listTasks(_ http.ResponseWriter, r *http.Request) (any, error) {
	if _, err := s.tmsCaller(r); err != nil {
		return nil, err
	}
	page, err := readPage(r, "page", "limit")
	if err != nil {
		return nil, err
	}
	total, tasks, err := listWithTotal(r.Context(), s.pool, s.statements.CountTasks, s.statements.PageOfTasks, page, scanTask)
	if err != nil {
		return nil, err
	}
	return found(struct {
		Total int32  `json:"total"`
		Tasks []task `json:"tasks"`
	}{total, tasks}), nil
}

type newTask struct {
	Description string  `json:"description"`
	Detail      string  `json:"detail"`
	Type        string  `json:"type"`
	Price       float64 `json:"price"`
	Status      string  `json:"status"`
	Assignee    *string `json:"assignee"`
}

var statuses = []string{"待办", "进行中", "已完成"}

func (t newTask) valid() bool {
	return isText(t.Description, 200) && utf8.RuneCountInString(t.Detail) <= 10_000 &&
		utf8.RuneCountInString(t.Type) <= 100 && t.Price >= 0 && t.Price <= 99_999_999.99 &&
		slices.Contains(statuses, t.Status) && (t.Assignee == nil || isText(*t.Assignee, 64))
}

func isText(text string, longest int) bool {
	return strings.TrimSpace(text) != "" && utf8.RuneCountInString(text) <= longest
}

func (s *server) createTask(w http.ResponseWriter, r *http.Request) (any, error) {
	caller, err := s.tmsCaller(r)
	if err != nil {
		return nil, err
	}
	input := newTask{Status: statuses[0]}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&input); err != nil || !input.valid() {
		return nil, errInvalid
	}
	var assignee *int64
	if input.Assignee != nil {
		err := s.pool.QueryRow(r.Context(), s.statements.TmsIDByName, strings.ToLower(*input.Assignee)).Scan(&assignee)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil, errInvalid
		}
		if err != nil {
			return nil, err
		}
	}
	rows, err := s.pool.Query(r.Context(), s.statements.AddTask,
		input.Description, input.Detail, input.Type, input.Price, input.Status, caller.ID, assignee)
	if err != nil {
		return nil, err
	}
	created, err := pgx.CollectExactlyOneRow(rows, scanTask)
	if err != nil {
		return nil, err
	}
	return envelope{200, "新增成功", created}, nil
}
