import type { Knex } from 'knex'
import type { PageNumber } from '../../database/queries/lists.js'
import type { AccountId, AccountRow } from '../../realms/realm.js'
import { joinById } from '../../database/queries/batch-statement.js'
import { preparedQuery, unpreparedQuery } from '../../database/queries/prepared.js'
import { conditionOf, hidden, visible } from './condition.js'

export interface Search {
  /** The view of accounts, and the table of their search texts. */
  accounts: string
  searchTexts: string
  /** Folded, as the search texts are. */
  text: string
  page: PageNumber
}

export interface FoundPage<Row> {
  total: number
  rows: Row[]
}

type FoundRow<Row> = Row & { found_in_all: string | number }

/** PostgreSQL counts the places of an array by integers. */
const MOST_PLACES = 2 ** 31 - 1

/*
 * Three strategies, each one statement that reads page and total in one snapshot:
 *
 * 1. The whole text by the index, where it has no frequent trigram: the substring is the text.
 * 2. The rarest substring by the index, compared with the whole text: frequent trigrams in it would be most of the work.
 * 3. A scan, where the index has nothing rare to find.
 */

/** Strategies 1 and 2: collects the ids of all matches in their order, of which the page is a slice. */
export async function searchByIndex<Row extends AccountRow>(
  db: Knex,
  { accounts, searchTexts, text, page: { page, size } }: Search,
  substring: string
): Promise<FoundPage<Row>> {
  const { compares, sql, values } = conditionOf(accounts, text, substring, hidden)
  const [from, to] = [values.length + 1, values.length + 2]
  const places = [(page - 1) * size + 1, page * size].map((place) => Math.min(place, MOST_PLACES))
  const rows = await preparedQuery<FoundRow<Row>>(
    db,
    `search in ${searchTexts} for ${compares}`,
    `with matching as materialized (
       select coalesce(array_agg(id order by id), '{}') as ids from ${searchTexts} s where ${sql}
     )
     select cardinality(ids) as found_in_all, found.*
     from matching left join (
       lateral unnest(ids[$${from}::integer:$${to}::integer]) as input (id) ${joinById(accounts)}
     ) on true
     order by found.id`,
    [...values, ...places]
  )
  return pageFrom(rows)
}

/** Strategy 3: counts all matches, on several cores where PostgreSQL has them, and steps through ids to fill the page. */
export async function searchByScan<Row extends AccountRow>(
  db: Knex,
  { accounts, searchTexts, text, page: { page, size } }: Search
): Promise<FoundPage<Row>> {
  const { sql, values } = conditionOf(accounts, text, text, visible)
  const matching = `from ${searchTexts} s where ${sql}`
  const [limit, offset] = [values.length + 1, values.length + 2]
  const rows = await unpreparedQuery<FoundRow<Row>>(
    db,
    `scan of ${searchTexts}`,
    `select counted.found_in_all, found.*
     from (select count(*) as found_in_all ${matching}) counted left join (
       (select id ${matching} order by id limit $${limit} offset $${offset}) input ${joinById(accounts)}
     ) on true
     order by found.id`,
    [...values, size, (page - 1) * size]
  )
  return pageFrom(rows)
}

/** A page behind the last one is a single row without an account. */
function pageFrom<Row extends { id: AccountId }>(rows: FoundRow<Row>[]): FoundPage<Row> {
  return {
    total: Number(rows[0]?.found_in_all),
    rows: rows.filter(({ id }: { id: AccountId | null }) => id !== null)
  }
}
