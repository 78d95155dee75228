import type { Knex } from 'knex'
import type { PageNumber } from '../database/lists.js'
import { frequentTrigrams } from './frequent-trigrams.js'
import { rarePart } from './rare-part.js'
import type { AccountRow, Realm } from './realm.js'

/** Stands between name, mobile and email. A text that has it may be found across them, and is looked for in each. */
const SEPARATOR = '\u001f'
const inAField = ['name', 'mobile', 'email'].map((field) => `strpos(lower(a.${field}), lower(?)) > 0`).join(' or ')

interface Condition {
  sql: string
  bindings: string[]
}

/**
 * One page by id of the accounts with this text in name, mobile or email, and how many there are. Letters are the same
 * where PostgreSQL's `lower` makes them the same, which is what ILIKE compares.
 */
export async function searchPage<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  text: string,
  page: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  if (realm.searchTexts === undefined) throw new Error(`accounts of ${realm.name} are not searched`)
  const rare = rarePart(text, await frequentTrigrams(db, realm.searchTexts))
  return rare === undefined ? manyPage(db, realm, text, page) : fewPage(db, realm, text, rare, page)
}

/** Finds all that match once, by the index on trigrams. */
async function fewPage<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  text: string,
  rare: string,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const found = conditionOf(realm, text, rare)
  const { rows } = await db.raw<{ rows: (Row & { accounts_in_all: number })[] }>(
    `with found as materialized (
       select coalesce(array_agg(id), '{}') as ids from ${realm.searchTexts} s where ${found.sql}
     )
     select cardinality(found.ids) as accounts_in_all, a.*
     from found left join (
       lateral (select id from unnest(found.ids) id order by id limit ? offset ?) at
       join ${realm.accounts} a on a.id = at.id
     ) on true
     order by a.id`,
    [...found.bindings, size, (page - 1) * size]
  )
  // A page behind the last one is a single row without an account.
  return { total: rows[0]!.accounts_in_all, rows: rows.filter(({ id }: Partial<Row>) => id !== null) }
}

/** Counts all that match, and steps through the accounts by id until the page is full. */
async function manyPage<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  text: string,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const { sql, bindings } = conditionOf(realm, text, text)
  const matching = db({ s: realm.searchTexts! }).whereRaw(sql, bindings)
  const ids = matching.clone().select('id').orderBy('id').limit(size)
  const [counted, rows] = await Promise.all([
    matching.clone().count({ total: '*' }).first(),
    db(realm.accounts)
      .whereIn('id', ids.offset((page - 1) * size))
      .orderBy('id')
  ])
  return { total: Number(counted!.total), rows: rows as Row[] }
}

/** The index is asked for a part of the text only; what it finds is compared with all of it. */
function conditionOf(realm: Realm, text: string, part: string): Condition {
  const condition = { sql: 'text like lower(?)', bindings: [`%${part.replace(/[\\%_]/g, '\\$&')}%`] }
  if (part !== text) {
    condition.sql += ' and strpos(text, lower(?)) > 0'
    condition.bindings.push(text)
  }
  if (text.includes(SEPARATOR)) {
    condition.sql += ` and exists (select from ${realm.accounts} a where a.id = s.id and (${inAField}))`
    condition.bindings.push(...Array.from({ length: 3 }, () => text))
  }
  return condition
}
