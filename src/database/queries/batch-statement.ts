import type { Knex } from 'knex'
import { batchLoaderOf } from '../tracing.js'
import type { Bounds } from './batch-loader.js'
import { withHeavyLimit } from './heavy-limit.js'
import { preparedQuery } from './prepared.js'
import { yieldToEventLoop, ROWS_A_TURN } from './event-loop.js'

/** A statement that answers many look-ups at once. */
export interface BatchStatement<Key, Row> extends Bounds<Key> {
  /** Identifies the text, as of `preparedQuery`. */
  name: string
  /** Takes arrays, as `inputRows` reads them, and gives each row the `position` of what it answers, from 1. */
  text: string
  /** Columns of the keys, in the order of the parameters. A value out of range fails all keys of the call: check it before. */
  columns: (keys: Key[]) => unknown[][]
  /** Keys with the same text are loaded once, and share their rows, which nobody may change. Undefined: none are. */
  alike?: (key: Key) => string
  /** Whether a call may take long, and a key have many rows. */
  heavy?: boolean
  /** For the type alone. */
  row?: Row
}

type Positioned<Row> = Row & { position: number }
type Ask<Key, Row> = (key: Key) => Promise<Row[]>

const open = new WeakMap<Knex, Map<string, Ask<never, unknown>>>()

/** `input (position, …)`. PostgreSQL would plan anew for each length of the arrays if they had no `select` of their own. */
export function inputRows(columns: Record<string, string>): string {
  const arrays = Object.values(columns).map((type, index) => `(select $${index + 1}::${type}[])`)
  return `unnest(${arrays.join()}) with ordinality as input (${Object.keys(columns).join()}, position)`
}

/** Joins each of `keys` to its row, `found`. Without `offset 0` PostgreSQL may read a small table to its end. */
export function joinById(table: string, keys = 'input'): string {
  return `join lateral (select * from ${table} one where one.id = ${keys}.id offset 0) found on true`
}

/** The rows for one key, loaded together with other keys of the same moment; alone inside a transaction. */
export function loadBatched<Key, Row>(db: Knex, statement: BatchStatement<Key, Row>, key: Key): Promise<Row[]> {
  if (db.isTransaction === true) return ask<Key, Row>(db, statement, [key]).then(([rows = []]) => rows)
  const asks = open.get(db) ?? new Map<string, Ask<never, unknown>>()
  open.set(db, asks)
  let known = asks.get(statement.text) as Ask<Key, Row> | undefined
  if (known === undefined) {
    const call = (keys: Key[]): Promise<Row[][]> => ask(db, statement, keys)
    known = batchLoaderOf(db)(
      statement.heavy === true ? (keys: Key[]) => withHeavyLimit(db, () => call(keys)) : call,
      statement
    )
    asks.set(statement.text, known)
  }
  return statement.heavy === true ? inTurn(known(key)) : known(key)
}

/** Many rows one after the other with those of other keys, which the same call may have found. */
async function inTurn<Row>(found: Promise<Row[]>): Promise<Row[]> {
  const rows = await found
  if (rows.length > ROWS_A_TURN) await yieldToEventLoop()
  return rows
}

async function ask<Key, Row>(db: Knex, statement: BatchStatement<Key, Row>, keys: Key[]): Promise<Row[][]> {
  const { name, text, columns, alike } = statement
  const distinct = alike === undefined ? keys : [...new Map(keys.map((key) => [alike(key), key])).values()]
  const rows = await preparedQuery<Positioned<Row>>(db, name, text, columns(distinct))
  const answers: Row[][] = distinct.map(() => [])
  for (const row of rows) answers[row.position - 1]?.push(row)
  if (alike === undefined) return answers
  const byText = new Map(distinct.map((key, index) => [alike(key), answers[index]]))
  return keys.map((key) => byText.get(alike(key)) ?? [])
}
