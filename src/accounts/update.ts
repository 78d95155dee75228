import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { inTransaction } from '../database/queries/transaction.js'
import { findAccount, lockAccount, type Permit } from './find.js'
import { isVisible, requireVisible } from '../realms/names.js'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import { nameColumns, refuseTakenName, unlessTaken } from './register.js'
import type { RealmContext } from './realm-context.js'

export interface AccountChange {
  name?: string | undefined
  /** Columns of the realm's own; undefined ones stay as they are. */
  values?: Record<string, unknown>
}

/** Returns the account before and after. Throws `account-not-found`, `name-taken`, `hidden-characters` (for a new name). */
export async function updateAccount<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  change: AccountChange,
  permit?: Permit<Row>
): Promise<{ before: Row; after: Row }> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    const before = await lockAccount(transaction, realm, id, permit)
    if (change.name !== undefined && change.name !== before.name)
      await refuseHiddenName(transaction, realm, change.name)
    const fields = await writeColumns(transaction, realm, id, change)
    if (fields.length > 0)
      await record(transaction, context, { action: 'account-update', target: before, detail: { fields } })
    return { before, after: await findAccount(transaction, realm, id) }
  })
}

/** A variant of a name that is taken is taken, as it is where an account is made. */
async function refuseHiddenName(transaction: Knex.Transaction, realm: Realm, name: string): Promise<void> {
  if (isVisible(name)) return
  await refuseTakenName({ db: transaction, realm }, name)
  requireVisible(name)
}

/** Returns the names of the columns that it wrote. */
async function writeColumns(
  transaction: Knex.Transaction,
  realm: Realm,
  id: AccountId,
  { name, values }: AccountChange
): Promise<string[]> {
  const columns = { ...values, ...(name !== undefined && nameColumns(realm, name)) }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  const fields = Object.keys(given).filter((field) => field !== 'canonical_name')
  if (fields.length === 0) return fields
  const row = { ...given, ...touched(transaction) }
  await unlessTaken(name ?? '', transaction(realm.table).where({ id }).update(row))
  return fields
}

/** Columns that every change of a row moves on. */
export function touched(db: Knex): { updated_at: Knex.Raw; version: Knex.Raw } {
  return { updated_at: db.raw('now()'), version: db.raw('version + 1') }
}
