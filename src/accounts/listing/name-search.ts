import type { Knex } from 'knex'
import { foldForSearch } from '../../database/fold.js'
import type { Realm } from '../../realms/realm.js'

/** The rows of accounts whose names have this text, which counts as the same where two names would. Its spaces count. */
export function accountsNamed(db: Knex, { table }: Realm, text: string): Knex.QueryBuilder {
  return db(table).whereRaw("position(? in replace(canonical_name, 'ς', 'σ')) > 0", [foldForSearch(text)])
}
