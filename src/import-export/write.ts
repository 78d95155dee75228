import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import { KEY_LENGTH } from '../database/name-key.js'
import { storedColumns } from './columns.js'
import { LEFT_OUT, STAGED } from './staging.js'

/** Writes staged accounts and their audit entries by one statement, which holds locks briefly; the rest to `LEFT_OUT`. */
export async function writeStaged(transaction: Knex.Transaction, { realm, origin }: RealmContext): Promise<void> {
  const columns = insertedColumns(realm).join(', ')
  await noteLeftOut(
    transaction,
    `written as (
      insert into ${realm.table} (${columns}) select ${columns} from free order by line
      on conflict (canonical_name) do nothing
      returning id, canonical_name
    ), ${writtenProfiles(realm)} recorded as (
      insert into audit.events (realm, action, result, target_id, target_name, target_key, address, request_id)
      select :realm, 'account-import', 'done', cast(written.id as text), free.${realm.columns.name},
        left(canonical_name, ${KEY_LENGTH}), :address, :request
      from written join free using (canonical_name) order by free.line
    )`,
    realm,
    { realm: realm.name, address: origin.address, request: origin.requestId }
  )
}

/** As `writeStaged`, but for the writing. */
export async function compareStaged(transaction: Knex.Transaction, realm: Realm): Promise<void> {
  await noteLeftOut(transaction, 'written as (select canonical_name from free)', realm)
}

async function noteLeftOut(
  transaction: Knex.Transaction,
  written: string,
  realm: Realm,
  values: Record<string, string | null> = {}
): Promise<void> {
  await transaction.raw(`analyze ${STAGED}`)
  await transaction.raw(
    `with first_lines as (
      select distinct on (canonical_name) * from ${STAGED} order by canonical_name, line
    ), free as (
      select * from first_lines
      where not exists (select from ${realm.table} taken where taken.canonical_name = first_lines.canonical_name)
    ), ${written}
    insert into ${LEFT_OUT}
    select staged.line, staged.${realm.columns.name}, nullif(first_lines.line, staged.line)
    from ${STAGED} staged
    join first_lines using (canonical_name)
    left join written using (canonical_name)
    where first_lines.line <> staged.line or written.canonical_name is null`,
    values
  )
}

function writtenProfiles({ profile }: Realm): string {
  if (profile === undefined) return ''
  const { table, key, columns } = profile
  return `profiles as (
      insert into ${table} (${key}, ${columns.join(', ')})
      select written.id, ${columns.map((column) => `coalesce(free.${column}, '')`).join(', ')}
      from written join free using (canonical_name)
      where coalesce(${columns.map((column) => `free.${column}`).join(', ')}) is not null
    ),`
}

function insertedColumns(realm: Realm): string[] {
  const core = [
    realm.columns.name,
    realm.columns.passwordHash,
    'canonical_name',
    'disabled',
    'created_at',
    'updated_at'
  ]
  return [...core, ...storedColumns(realm), ...(realm.newId ? ['id'] : [])]
}
