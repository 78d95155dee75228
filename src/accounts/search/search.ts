import type { Knex } from 'knex'
import type { PageNumber } from '../../database/queries/lists.js'
import type { AccountRow, Realm } from '../../realms/realm.js'
import { foldForSearch } from '../../database/fold.js'
import { schemaOf } from '../../database/schema/schema.js'
import { frequentTrigrams } from './frequent-trigrams.js'
import { rarestSubstring } from './rarest-substring.js'
import { searchByIndex, searchByScan, type FoundPage } from './strategies.js'

/**
 * One page by id of the accounts with this text in name, mobile or email, and how many there are, by one statement and so
 * of one moment. Spellings are the same where they are the same name, whatever the locale of the database.
 */
export async function searchPage<Row extends AccountRow>(
  db: Knex,
  { name, accounts, searchTexts }: Realm<Row>,
  written: string,
  page: PageNumber
): Promise<FoundPage<Row>> {
  if (searchTexts === undefined) throw new Error(`accounts of ${name} are not searched`)
  const text = foldForSearch(written)
  const { hasTrigrams } = schemaOf(db)
  const substring = hasTrigrams ? rarestSubstring(text, await frequentTrigrams(db, searchTexts)) : text
  const search = { accounts, searchTexts, text, page }
  return substring === undefined ? searchByScan(db, search) : searchByIndex(db, search, substring)
}
