import type { Knex } from 'knex'
import type { Realm } from '../../realms/realm.js'
import { accountsNamed } from './name-search.js'

export interface AccountFilter {
  /** Part of the name, which counts as the same where two names would. */
  query?: string | undefined
  role?: number | undefined
  disabled?: boolean | undefined
}

export function filteredAccounts(db: Knex, realm: Realm, { query, role, disabled }: AccountFilter): Knex.QueryBuilder {
  const accounts = db(realm.accounts)
  if (role !== undefined) void accounts.whereRaw('role_id = ?::bigint', [role])
  if (disabled !== undefined) void accounts.where({ disabled })
  return query === undefined ? accounts : accounts.whereIn('id', accountsNamed(db, realm, query).select('id'))
}
