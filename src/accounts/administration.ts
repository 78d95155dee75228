import type { Knex } from 'knex'
import { record, type AuditEntry } from '../audit/record.js'
import { inTransaction } from '../database/transaction.js'
import { refuse } from '../refusal.js'
import { endTokens } from './change-password.js'
import { findAccount, lockAccount } from './find.js'
import type { AccountId, AccountRow, Realm } from './realm.js'
import type { RealmContext } from './realm-context.js'
import { touched } from './update.js'

/** Disables an account, which ends its tokens, or enables it. Throws `account-not-found`, `last-administrator`. */
export async function setDisabled<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  disabled: boolean
): Promise<Row> {
  const columns = { disabled, ...(disabled && endTokens(context.db)) }
  const entry: AuditEntry = { action: disabled ? 'account-disable' : 'account-enable' }
  return administer(context, id, columns, entry, (transaction) => findAccount(transaction, context.realm, id))
}

/** Gives an account another role. Throws `account-not-found`, `last-administrator`. */
export async function setRole<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  roleId: number
): Promise<Row> {
  const entry: AuditEntry = { action: 'account-role', detail: { role: roleId } }
  return administer(context, id, { role_id: roleId }, entry, (transaction) =>
    findAccount(transaction, context.realm, id)
  )
}

/** Removes an account, which ends its tokens and frees its name. Throws `account-not-found`, `last-administrator`. */
export async function removeAccount<Row extends AccountRow>(context: RealmContext<Row>, id: AccountId): Promise<void> {
  const columns = { removed_at: context.db.raw('now()'), canonical_name: null }
  await administer(context, id, columns, { action: 'account-remove' }, async () => {})
}

async function administer<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  id: AccountId,
  columns: Record<string, unknown>,
  entry: AuditEntry,
  read: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    const target = await lockAccount(transaction, realm, id)
    await transaction(realm.table)
      .where({ id })
      .update({ ...columns, ...touched(transaction) })
    if (isEnabledAdministrator(realm, target)) await keepAdministrator(transaction, realm)
    await record(transaction, context, { ...entry, target })
    return read(transaction)
  })
}

function isEnabledAdministrator<Row extends AccountRow>(realm: Realm<Row>, account: Row): boolean {
  return realm.administratorRole !== undefined && account.role_id === realm.administratorRole && !account.disabled
}

/** Checks that an enabled administrator is left, one such change after the other. Throws `last-administrator`. */
async function keepAdministrator<Row extends AccountRow>(
  transaction: Knex.Transaction,
  realm: Realm<Row>
): Promise<void> {
  await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [`administrators of ${realm.name}`])
  const left = await transaction(realm.accounts)
    .where({ role_id: realm.administratorRole, disabled: false })
    .first('id')
  if (left === undefined) throw refuse('last-administrator')
}
