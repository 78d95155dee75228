import type { Knex } from 'knex'
import type { PageNumber } from '../../database/queries/lists.js'
import { foldForSearch } from '../../database/fold.js'
import { joinById } from '../../database/queries/batch-statement.js'
import { preparedQuery, unpreparedQuery } from '../../database/queries/prepared.js'
import { frequentTrigrams } from './frequent-trigrams.js'
import { rarePart } from './rarest-substring.js'
import type { AccountRow, Realm } from '../../realms/realm.js'

/** Stands between name, mobile and email. A text that has it may be found across them, and is looked for in each. */
const SEPARATOR = '\u001f'

/** Of so many characters at most, thousands of accounts may have what the index is asked for. */
const SHORT = 4

/** How many accounts each part of a search hands over at most, for the page to be found among. */
const NEAR = 100

/** PostgreSQL counts the places of an array by integers. */
const MOST_PLACES = 2 ** 31 - 1

/** How a statement refers to a text. */
type Parameter = (name: string) => string

/** For a statement that is planned once: its planner is not to look at the value. */
const outOfView: Parameter = (name) => `(select ${name}::text)`
/** Where it is planned each time, with the value in view. */
const inView: Parameter = (name) => `${name}::text`

interface Condition {
  /** What the text is compared with. */
  compares: 'a text' | 'a part' | 'fields'
  sql: string
  values: string[]
}

/**
 * One page by id of the accounts with this text in name, mobile or email, and how many there are. Spellings are the same
 * where they are the same name, whatever the locale of the database.
 */
export async function searchPage<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  written: string,
  page: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const text = foldForSearch(written)
  const rare = rarePart(text, await frequentTrigrams(db, partsOf(realm)[0]!))
  if (rare === undefined) return broadPage(db, realm, conditionOf(realm, text, text, inView), page)
  const condition = conditionOf(realm, text, rare, outOfView)
  const inParts = rare.length <= SHORT && page.page * page.size <= NEAR
  return inParts ? pageOfParts(db, realm, condition, page) : pageIn(db, realm, realm.searchTexts!, condition, page)
}

/** The parts of the table of search texts, by a hash of the id. */
function partsOf<Row extends AccountRow>({ name, searchTexts }: Realm<Row>): string[] {
  if (searchTexts === undefined) throw new Error(`accounts of ${name} are not searched`)
  return [`${searchTexts}_0`, `${searchTexts}_1`]
}

/** Finds in each part at the same time, from the first on, and the page among what both found. */
async function pageOfParts<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  condition: Condition,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const last = page * size
  const first = { page: 1, size: last }
  const found = await Promise.all(partsOf(realm).map((part) => pageIn(db, realm, part, condition, first)))
  return {
    total: found.reduce((sum, { total }) => sum + total, 0),
    rows: found
      .flatMap(({ rows }) => rows)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .slice(last - size, last)
  }
}

/** Finds all that match by the index on trigrams in this table or part of it, and the page however far behind it is. */
async function pageIn<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  searchTexts: string,
  { compares, sql, values }: Condition,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const [from, to] = [values.length + 1, values.length + 2]
  const places = [(page - 1) * size + 1, page * size].map((place) => Math.min(place, MOST_PLACES))
  const rows = await preparedQuery<Row & { accounts_in_all: number }>(
    db,
    `search in ${searchTexts} for ${compares}`,
    `with matching as materialized (
       select coalesce(array_agg(id order by id), '{}') as ids from ${searchTexts} s where ${sql}
     )
     select cardinality(ids) as accounts_in_all, found.*
     from matching left join (
       lateral unnest(ids[$${from}::integer:$${to}::integer]) as input (id) ${joinById(realm.accounts)}
     ) on true
     order by found.id`,
    [...values, ...places]
  )
  // A page behind the last one is a single row without an account.
  return { total: rows[0]!.accounts_in_all, rows: rows.filter(({ id }: Partial<Row>) => id !== null) }
}

/** Counts all that match, which PostgreSQL does on several cores, and steps through the accounts by id to fill the page. */
async function broadPage<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  { sql, values }: Condition,
  { page, size }: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const matching = `from ${realm.searchTexts} s where ${sql}`
  const [limit, offset] = [values.length + 1, values.length + 2]
  const [[counted], rows] = await Promise.all([
    unpreparedQuery<{ total: string }>(db, `count of ${realm.name}`, `select count(*) as total ${matching}`, values),
    unpreparedQuery<Row>(
      db,
      `broad search in ${realm.name}`,
      `select * from ${realm.accounts}
       where id in (select id ${matching} order by id limit $${limit} offset $${offset}) order by id`,
      [...values, size, (page - 1) * size]
    )
  ])
  return { total: Number(counted!.total), rows }
}

/** The index is asked for a part of the text only; what it finds is compared with all of it. */
function conditionOf(realm: Realm, text: string, part: string, parameter: Parameter): Condition {
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`
  const sql = `text like ${parameter('$1')}`
  if (text.includes(SEPARATOR)) {
    const fields = ['name', 'mobile', 'email']
      .map((field) => `strpos(quintet.fold(a.${field}), ${parameter('$2')}) > 0`)
      .join(' or ')
    const inOne = `exists (select from ${realm.accounts} a where a.id = s.id and (${fields}))`
    return { compares: 'fields', sql: `${sql} and ${inOne}`, values: [pattern, text] }
  }
  if (part === text) return { compares: 'a text', sql, values: [pattern] }
  return { compares: 'a part', sql: `${sql} and strpos(text, ${parameter('$2')}) > 0`, values: [pattern, text] }
}
