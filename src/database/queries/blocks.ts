/** Ids of one block of rows that are counted together, as the migrations that made the counts have it. */
const BLOCK = 4_000

/** The rows of a table up to the end of each block, `running (block, rows_to)`. */
export function runningCounts(counts: { table: string; column: string; where?: string }): string {
  const { table, column, where = 'true' } = counts
  return `running as materialized (
      select block, sum(sum(${column})) over (order by block) as rows_to from ${table} where ${where} group by block
    )`
}

/** Joins to each page `place.total` and `first.id`, found by the counts and the rows of one block. */
export function joinFirstOfPage(table: string): string {
  return `cross join lateral (
      select coalesce(max(rows_to), 0) as total, coalesce(max(rows_to) filter (where rows_to <= skip), 0) as before,
        min(block) filter (where rows_to > skip) as block, min(rows_to) filter (where rows_to > skip) as rows_to
      from running
    ) place
    cross join lateral (
      select case when skip - place.before <= place.rows_to - skip
        then (
          select id from ${table} where id >= place.block * ${BLOCK}
          order by id limit 1 offset skip - place.before
        ) else (
          select id from ${table} where id < (place.block + 1)::bigint * ${BLOCK}
          order by id desc limit 1 offset place.rows_to - skip - 1
        ) end as id
    ) first`
}
