import type { Knex } from 'knex'
import { canonicalName } from '../realms/names.js'
import type { Realm } from '../realms/realm.js'
import type { TransferredAccount } from './columns.js'

/** The accounts of a file, until all of them are known to be right. Lasts as long as the transaction. */
export const STAGED = 'pg_temp.imported_accounts'
/** The lines whose account was not written: `line`, `name`, and `earlier`, the line that has the same name. */
export const LEFT_OUT = 'pg_temp.left_out_lines'

export interface StagedAccount {
  line: number
  account: TransferredAccount
  /** Name of the role that is to be made for it. */
  roleToMake?: string
}

/** Makes the two tables. The first has the columns of the realm's, with their defaults and checks. */
export async function createStaging(transaction: Knex.Transaction, realm: Realm): Promise<void> {
  const profile = (realm.profile?.columns ?? []).map((column) => `${column} text,`)
  await transaction.raw(`
    create temporary table imported_accounts (
      line integer not null, role_to_make text, ${profile.join(' ')}
      like ${realm.table} including defaults including constraints
    ) on commit drop;
    alter table ${STAGED} alter column id drop not null;
    create temporary table left_out_lines (line integer, name text, earlier integer) on commit drop;
  `)
}

export async function stage(transaction: Knex.Transaction, realm: Realm, batch: StagedAccount[]): Promise<void> {
  await transaction(STAGED).insert(batch.map((entry) => toRow(realm, entry)))
}

function toRow(realm: Realm, { line, account, roleToMake }: StagedAccount): Record<string, unknown> {
  const { name, password_hash: hash, created_at: created, role: _, ...columns } = account
  return {
    ...columns,
    line,
    ...(roleToMake !== undefined && { role_to_make: roleToMake }),
    ...(realm.newId && { id: realm.newId() }),
    ...(created !== undefined && { created_at: created, updated_at: created }),
    [realm.columns.name]: name,
    [realm.columns.passwordHash]: hash,
    canonical_name: canonicalName(name)
  }
}
