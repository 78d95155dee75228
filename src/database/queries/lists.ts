import type { Knex } from 'knex'
import type { Read } from '../connection/replica.js'

const BATCH = 1_000
/** Bytes of the wide column that a batch, and the first part of a page, has at most; its last row may go beyond. */
export const BATCH_BYTES = 256 * 1024

export interface PageNumber {
  /** From 1. */
  page: number
  size: number
}

interface Identified {
  id: number | string
}

export interface Counted<Row extends Identified> {
  total: number
  /** The highest id; null where nothing matches. */
  last: Row['id'] | null
}

/** Where a list begins to be read, and where the rest of it is. */
export interface Databases {
  db: Knex
  read: Read
  /** Takes the request's place among the lists that are read while they are sent. Throws `busy`. */
  takePlace(): Promise<void>
}

export interface Listed<Row extends Identified> {
  matchingIn: (db: Knex) => Knex.QueryBuilder
  columns: readonly (keyof Row & string)[]
  /** The column, a text, that may be many times as long as all others together. */
  wide?: string
}

/** A part of a list: the rows behind `after` up to `last`, and no more than `most`. */
export interface Range<Row extends Identified> {
  after?: Row['id'] | undefined
  last: Row['id'] | null
  most?: number
}

/** One page by id of the rows that match, and how many match in all. */
export async function pageOf<Row extends Identified>(
  matching: Knex.QueryBuilder,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const [counted, rows] = (await Promise.all([
    matching.clone().count({ total: '*' }).first(),
    matching
      .clone()
      .orderBy('id')
      .limit(size)
      .offset((page - 1) * size)
  ])) as [{ total: unknown }, Row[]]
  return { total: Number(counted.total), rows }
}

/** All rows of a list by id, read in batches while they are sent, and how many there are. */
export async function wholeList<Row extends Identified>(
  databases: Databases,
  list: Listed<Row>,
  count: (db: Knex) => Promise<Counted<Row>> = (db) => countOf(list.matchingIn(db))
): Promise<{ total: number; batches: AsyncIterable<Row[]> }> {
  await databases.takePlace()
  const { total, last } = await count(databases.db)
  return { total, batches: batchesOf(databases.read, list, { last }) }
}

async function countOf<Row extends Identified>(matching: Knex.QueryBuilder): Promise<Counted<Row>> {
  return (await matching.count({ total: '*' }).max({ last: 'id' }).first()) as Counted<Row>
}

/**
 * Rows that are created meanwhile have higher ids and are left out, as they are of the total. The next batch is read
 * while the second half of the one before it is sent: a reader that takes nothing holds one batch, and no connection.
 * Each is read where lists are read by then: a replica that goes away does not end the list.
 */
export async function* batchesOf<Row extends Identified>(
  read: Read,
  list: Listed<Row>,
  { after, last, most = Infinity }: Range<Row>
): AsyncGenerator<Row[]> {
  if (last === null) return
  const next = (id: Row['id'] | undefined, limit: number): Promise<Row[]> =>
    read((db) => batchAfter(db, list, { after: id, last, most: limit }))
  let limit = Math.min(BATCH, most)
  let left = most
  let rows = await next(after, limit)
  for (let end = rows.at(-1); end !== undefined; end = rows.at(-1)) {
    left -= rows.length
    limit = Math.min(left, nextLimit(rows.length, limit))
    const half = Math.ceil(rows.length / 2)
    yield rows.slice(0, half)
    const coming: Promise<Row[]> | Row[] = end.id === last || limit === 0 ? [] : next(end.id, limit)
    // A failure is thrown when its batch is asked for, which may be later, or never.
    if (coming instanceof Promise) coming.catch(() => {})
    if (half < rows.length) yield rows.slice(half)
    rows = await coming
  }
}

/** PostgreSQL adds up the bytes of as many rows as it is asked for: of wide ones not many more than fit. */
function nextLimit(rows: number, limit: number): number {
  return Math.min(BATCH, rows < limit ? 2 * rows : 4 * limit)
}

async function batchAfter<Row extends Identified>(
  db: Knex,
  { matchingIn, columns, wide }: Listed<Row>,
  { after, last, most }: Range<Row> & { most: number }
): Promise<Row[]> {
  const matching = matchingIn(db).select(columns).where('id', '<=', last).orderBy('id').limit(most)
  if (after !== undefined) void matching.where('id', '>', after)
  return (await (wide === undefined ? matching : untilFull(db, matching.as('row'), columns, wide))) as Row[]
}

/** The rows until their wide column has `BATCH_BYTES`: one at least. Only of these is the column itself read. */
function untilFull(db: Knex, rows: Knex.QueryBuilder, columns: readonly string[], wide: string): Knex.QueryBuilder {
  const before = db.raw(
    'sum(octet_length(??)) over (order by id rows unbounded preceding) - octet_length(??) as before',
    [wide, wide]
  )
  return db
    .select(columns)
    .from(db.select('*', before).from(rows).as('summed'))
    .where('before', '<', BATCH_BYTES)
    .orderBy('id')
}
