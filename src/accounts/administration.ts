import type { Knex } from 'knex'
import { record, type AuditEntry } from '../audit/record.js'
import { schemaOf } from '../database/schema/schema.js'
import { inTransaction } from '../database/queries/transaction.js'
import { domainError } from '../domain-error.js'
import { endTokens } from '../sessions/end-tokens.js'
import { forgetSecondFactor } from './second-factor/rows.js'
import { findAccount, lockAccount, type Permit } from './find.js'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'
import { touched } from './update.js'

/** Disables an account, or enables it; disabling ends its tokens. Throws `account-not-found`, `last-administrator`. */
export async function setDisabled<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  disabled: boolean,
  permit?: Permit<Row>
): Promise<Row> {
  const entry: AuditEntry = { action: disabled ? 'account-disable' : 'account-enable' }
  return administer(context, { id, columns: { disabled }, entry, permit }, async (transaction) => {
    if (disabled) await endTokens(transaction, context.realm, id)
    return findAccount(transaction, context.realm, id)
  })
}

/** Gives an account another role. Throws `account-not-found`, `last-administrator`, what `permit` does. */
export async function setRole<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  roleId: number,
  permit?: Permit<Row>
): Promise<Row> {
  const entry: AuditEntry = { action: 'account-role', detail: { role: roleId } }
  return administer(context, { id, columns: { role_id: roleId }, entry, permit }, (transaction) =>
    findAccount(transaction, context.realm, id)
  )
}

/** Removes an account, ends its tokens, frees its name. Throws `account-not-found`, `last-administrator`. */
export async function removeAccount<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  permit?: Permit<Row>
): Promise<void> {
  const columns = { removed_at: context.db.raw('now()'), canonical_name: null }
  const entry: AuditEntry = { action: 'account-remove' }
  await administer(context, { id, columns, entry, permit }, async (transaction) => {
    await endTokens(transaction, context.realm, id)
    await forgetSecondFactor(transaction, context.realm, id)
  })
}

/** Lets changes of who may do what in a realm pass one after the other. Held until the transaction ends. */
export async function lockAdministration(transaction: Knex.Transaction, realm: Pick<Realm, 'name'>): Promise<void> {
  await schemaOf(transaction).lock(transaction, `administrators of ${realm.name}`)
}

interface Change<Row extends AccountRow> {
  id: AccountId
  columns: Record<string, unknown>
  entry: AuditEntry
  permit: Permit<Row> | undefined
}

async function administer<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  { id, columns, entry, permit }: Change<Row>,
  also: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    if (realm.administratorRole !== undefined) await lockAdministration(transaction, realm)
    const target = await lockAccount(transaction, realm, id, permit)
    await transaction(realm.table)
      .where({ id })
      .update({ ...columns, ...touched(transaction) })
    if (isEnabledAdministrator(realm, target)) await refuseLastAdministrator(transaction, realm)
    await record(transaction, context, { ...entry, target })
    return also(transaction)
  })
}

function isEnabledAdministrator<Row extends AccountRow>(realm: Realm<Row>, account: Row): boolean {
  return realm.administratorRole !== undefined && account.role_id === realm.administratorRole && !account.disabled
}

/** Throws `last-administrator` when the change has left no enabled one. */
async function refuseLastAdministrator<Row extends AccountRow>(db: Knex, realm: Realm<Row>): Promise<void> {
  const left: unknown = await db(realm.accounts)
    .where({ role_id: realm.administratorRole, disabled: false })
    .first('id')
  if (left === undefined) throw domainError('last-administrator')
}
