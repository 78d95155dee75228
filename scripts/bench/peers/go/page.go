package main

import (
	"context"
	"net/http"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type page struct{ number, size int }

func readPage(r *http.Request, number, size string) (page, error) {
	query := r.URL.Query()
	n, err := strconv.Atoi(query.Get(number))
	if err != nil || n < 1 {
		return page{}, errInvalid
	}
	m, err := strconv.Atoi(query.Get(size))
	if err != nil || m < 1 || m > 100 {
		return page{}, errInvalid
	}
	return page{n, m}, nil
}

// listWithTotal asks for the total and the rows of a page in one round trip.
func listWithTotal[T any](
	ctx context.Context, pool *pgxpool.Pool, count, rows string, p page, scan pgx.RowToFunc[T],
) (total int32, items []T, err error) {
	batch := &pgx.Batch{}
	batch.Queue(count).QueryRow(func(row pgx.Row) error { return row.Scan(&total) })
	batch.Queue(rows, p.size, (p.number-1)*p.size).Query(func(rows pgx.Rows) error {
		items, err = pgx.CollectRows(rows, scan)
		return err
	})
	err = pool.SendBatch(ctx, batch).Close()
	return total, items, err
}
