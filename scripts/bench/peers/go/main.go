// What the benchmark compares the server with in Go: net/http and pgx.
package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Settings come from the benchmark, the statements too, so that all peers run the same ones.
type settings struct {
	Port        int               `json:"port"`
	DatabaseURL string            `json:"databaseUrl"`
	PoolSize    int32             `json:"poolSize"`
	Keys        map[string]string `json:"keys"`
	Statements  statements        `json:"statements"`
}

type statements struct {
	Callers           map[string]string `json:"callers"`
	CountTasks        string            `json:"countTasks"`
	PageOfTasks       string            `json:"pageOfTasks"`
	TmsIDByName       string            `json:"tmsIdByName"`
	AddTask           string            `json:"addTask"`
	TmsCredentials    string            `json:"tmsCredentials"`
	AddSession        string            `json:"addSession"`
	CountJulongUsers  string            `json:"countJulongUsers"`
	PageOfJulongUsers string            `json:"pageOfJulongUsers"`
	WasteUser         string            `json:"wasteUser"`
}

type server struct {
	pool       *pgxpool.Pool
	statements statements
	keys       map[string][]byte
	parsers    map[string]*jwt.Parser
}

func main() {
	var s settings
	if err := json.Unmarshal([]byte(os.Getenv("BENCH_PEER")), &s); err != nil {
		log.Fatal(err)
	}
	srv, err := newServer(context.Background(), s)
	if err != nil {
		log.Fatal(err)
	}
	listener := http.Server{
		Addr:              fmt.Sprintf("127.0.0.1:%d", s.Port),
		Handler:           logged(srv.routes()),
		ReadHeaderTimeout: 10 * time.Second,
	}
	log.Fatal(listener.ListenAndServe())
}

func newServer(ctx context.Context, s settings) (*server, error) {
	config, err := pgxpool.ParseConfig(s.DatabaseURL)
	if err != nil {
		return nil, err
	}
	config.MaxConns = s.PoolSize
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	srv := &server{pool: pool, statements: s.Statements, keys: map[string][]byte{}, parsers: map[string]*jwt.Parser{}}
	for realm, text := range s.Keys {
		if srv.keys[realm], err = hex.DecodeString(text); err != nil {
			return nil, err
		}
		srv.parsers[realm] = jwt.NewParser(
			jwt.WithValidMethods([]string{"HS256"}), jwt.WithAudience(realm), jwt.WithExpirationRequired())
	}
	return srv, nil
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /tms/user/me", handler(s.tmsMe))
	mux.Handle("GET /tms/task/list", handler(s.listTasks))
	mux.Handle("POST /tms/task/create", handler(s.createTask))
	mux.Handle("POST /tms/login", handler(s.login))
	mux.Handle("GET /api/private/v1/user", handler(s.listJulongUsers))
	mux.Handle("GET /api/admin/users/{id}", handler(s.getWasteUser))
	mux.Handle("GET /api/me", handler(s.profile))
	return mux
}
