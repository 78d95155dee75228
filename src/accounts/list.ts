import type { Knex } from 'knex'
import type { AccountRow, Realm } from './realm.js'

const BATCH = 1_000
const SEARCHED_COLUMNS = ['name', 'mobile', 'email']

export interface Page {
  /** From 1. */
  page: number
  size: number
  /** Part of name, mobile or email, in any case; `%` and `_` stand for themselves. Empty: all. */
  query?: string
}

/** One page of the accounts by id, and how many match in all. */
export async function pageOfAccounts<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  { page, size, query = '' }: Page
): Promise<{ total: number; rows: Row[] }> {
  const matching = query === '' ? db(realm.accounts) : matchingAccounts(db, realm, query)
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

/** All accounts by id, read in batches while they are sent, and how many there are. */
export async function allAccounts<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>
): Promise<{ total: number; batches: AsyncIterable<Row[]> }> {
  const counted = await db(realm.accounts).count({ total: '*' }).max({ last: 'id' }).first()
  return { total: Number(counted?.total), batches: batchesUpTo(db, realm, counted?.last) }
}

/** Accounts that are created meanwhile have higher ids and are left out, as they are of the total. */
async function* batchesUpTo<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  last: Row['id'] | null
): AsyncGenerator<Row[]> {
  let after: Row['id'] | undefined
  while (last !== null) {
    const query = db(realm.accounts).where('id', '<=', last).orderBy('id').limit(BATCH)
    const rows = (await (after === undefined ? query : query.where('id', '>', after))) as Row[]
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id
  }
}

function matchingAccounts(db: Knex, realm: Realm, query: string): Knex.QueryBuilder {
  const pattern = `%${query.replace(/[\\%_]/g, '\\$&')}%`
  return db(realm.accounts).where((either) => {
    for (const column of SEARCHED_COLUMNS) either.orWhereILike(column, pattern)
  })
}
