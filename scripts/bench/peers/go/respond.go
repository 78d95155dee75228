package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
	"time"
)

// A problem is an answer that is not 200.
type problem struct {
	status int
	body   any
}

func (p *problem) Error() string { return http.StatusText(p.status) }

var (
	errRefused   = &problem{401, map[string]string{"detail": "Could not validate credentials"}}
	errForbidden = &problem{403, map[string]string{"message": "Forbidden"}}
	errNotFound  = &problem{404, map[string]string{"message": "用户不存在"}}
	errInvalid   = &problem{422, map[string]any{"code": 422, "message": "请求参数错误"}}
)

// A handler returns what it answers with 200, or an error.
type handler func(w http.ResponseWriter, r *http.Request) (any, error)

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// The load generator hangs up amid requests; a query that is cancelled would close its connection to PostgreSQL.
	body, err := h(w, r.WithContext(context.WithoutCancel(r.Context())))
	if err == nil {
		send(w, http.StatusOK, body)
		return
	}
	var known *problem
	if errors.As(err, &known) {
		send(w, known.status, known.body)
		return
	}
	slog.Error("request failed", "error", err)
	send(w, http.StatusInternalServerError, map[string]string{"message": "Internal Server Error"})
}

func send(w http.ResponseWriter, status int, body any) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(body); err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	text.Truncate(text.Len() - 1) // the newline that Encode adds
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(text.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(text.Bytes())
}

// An envelope is what tms puts around its answers.
type envelope struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data"`
}

func found(data any) envelope { return envelope{200, "查询成功", data} }

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// logged writes one line when a request is answered.
func logged(next http.Handler) http.Handler {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	var count atomic.Uint64
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := time.Now()
		recorded := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(recorded, r)
		logger.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.Uint64("requestId", count.Add(1)),
			slog.String("method", r.Method),
			slog.Int("status", recorded.status),
			slog.Float64("durationMs", float64(time.Since(from).Microseconds())/1000))
	})
}
