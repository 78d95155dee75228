import type { Knex } from 'knex'
import type { Read } from './replica.js'

const BATCH = 1_000

export interface PageNumber {
  /** From 1. */
  page: number
  size: number
}

interface Identified {
  id: number | string
}

interface Counted<Row extends Identified> {
  total: number
  /** The highest id; null where nothing matches. */
  last: Row['id'] | null
}

/** Where a list begins to be read, and where the rest of it is. */
export interface Databases {
  db: Knex
  read: Read
}

/** The rows of a list in this database. */
type MatchingIn = (db: Knex) => Knex.QueryBuilder

/** One page by id of the rows that match, and how many match in all. */
export async function pageOf<Row extends Identified>(
  matching: Knex.QueryBuilder,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const [counted, rows] = await Promise.all([
    matching.clone().count({ total: '*' }).first(),
    matching
      .clone()
      .orderBy('id')
      .limit(size)
      .offset((page - 1) * size)
  ])
  return { total: Number(counted?.total), rows: rows as Row[] }
}

/**
 * These columns of all rows that match, by id, read in batches while they are sent, and how many there are, where that
 * is not `known`.
 */
export async function wholeList<Row extends Identified>(
  { db, read }: Databases,
  matchingIn: MatchingIn,
  columns: readonly (keyof Row & string)[],
  known?: Counted<Row>
): Promise<{ total: number; batches: AsyncIterable<Row[]> }> {
  const { total, last } =
    known ?? ((await matchingIn(db).count({ total: '*' }).max({ last: 'id' }).first()) as Counted<Row>)
  return { total, batches: batchesUpTo(read, (db) => matchingIn(db).select(columns), last) }
}

/**
 * Rows that are created meanwhile have higher ids and are left out, as they are of the total. The next batch is read
 * while the one before it is sent: one, however slowly that is taken, and no connection is held when it is there. Each
 * is read where lists are read by then: a replica that goes away does not end the list.
 */
async function* batchesUpTo<Row extends Identified>(
  read: Read,
  matchingIn: MatchingIn,
  last: Row['id'] | null
): AsyncGenerator<Row[]> {
  if (last === null) return
  const next = (after?: Row['id']): Promise<Row[]> => read((db) => batchAfter(matchingIn(db), last, after))
  let coming: Promise<Row[]> | undefined = next()
  while (coming !== undefined) {
    const rows: Row[] = await coming
    coming = rows.length < BATCH ? undefined : next(rows.at(-1)!.id)
    // A failure is thrown when its batch is asked for, which may be later, or never.
    coming?.catch(() => {})
    if (rows.length > 0) yield rows
  }
}

async function batchAfter<Row extends Identified>(
  matching: Knex.QueryBuilder,
  last: Row['id'],
  after?: Row['id']
): Promise<Row[]> {
  const query = matching.where('id', '<=', last).orderBy('id').limit(BATCH)
  return (await (after === undefined ? query : query.where('id', '>', after))) as Row[]
}
