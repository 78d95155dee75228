import type { Knex } from 'knex'
import { countedPage, countedTotal, isCounted } from './counted.js'
import { pageOf, wholeList, type PageNumber } from '../../database/queries/lists.js'
import { searchPage } from '../search/search.js'
import type { AccountRow, Realm } from '../../realms/realm.js'
import type { RealmContext } from '../realm-context.js'

export interface Page extends PageNumber {
  /** Part of name, mobile or email, in any case; `%` and `_` are matched literally. Empty: all. */
  query?: string | undefined
}

/** One page of the accounts by id, and how many match in all. */
export async function pageOfAccounts<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  { query = '', ...page }: Page
): Promise<{ total: number; rows: Row[] }> {
  if (query !== '') return searchPage(db, realm, query, page)
  return isCounted(realm) ? countedPage(db, realm, page) : pageOf(db(realm.accounts), page)
}

/** These columns of all accounts by id, read in batches while they are sent, and how many accounts there are. */
export async function allAccounts<Row extends AccountRow, Column extends keyof Row & string>(
  { realm, ...databases }: Pick<RealmContext<Row>, 'db' | 'read' | 'takePlace' | 'realm'>,
  columns: readonly ('id' | Column)[]
): Promise<{ total: number; batches: AsyncIterable<Pick<Row, 'id' | Column>[]> }> {
  const count = isCounted(realm) ? (db: Knex) => countedTotal(db, realm) : undefined
  return wholeList(databases, { matchingIn: (db) => db(realm.accounts), columns }, count)
}
