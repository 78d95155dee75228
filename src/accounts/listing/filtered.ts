import type { Knex } from 'knex'
import { canonicalName } from '../../realms/names.js'
import type { Realm } from '../../realms/realm.js'

export interface AccountFilter {
  /** Part of the name, which counts as the same where two names would. */
  query?: string | undefined
  role?: number | undefined
  disabled?: boolean | undefined
}

export function filteredAccounts(db: Knex, realm: Realm, { query, role, disabled }: AccountFilter): Knex.QueryBuilder {
  const accounts = db(realm.accounts)
  if (role !== undefined) void accounts.where('role_id', role)
  if (disabled !== undefined) void accounts.where({ disabled })
  if (query === undefined) return accounts
  const named = db(realm.table).whereRaw('position(? in canonical_name) > 0', [canonicalName(query)])
  return accounts.whereIn('id', named.select('id'))
}
