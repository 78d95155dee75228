import type { Knex } from 'knex'
import { inTransaction } from '../database/transaction.js'
import { refuse } from '../refusal.js'
import { endTokens } from './change-password.js'
import { findAccount, lockAccount } from './find.js'
import type { AccountId, AccountRow, Realm } from './realm.js'
import { touched } from './update.js'

/** A database and one of its realms: all that these functions need of a `RealmContext`. */
interface Place<Row extends AccountRow> {
  db: Knex
  realm: Realm<Row>
}

/** Disables an account, which ends its tokens, or enables it. Throws `account-not-found`, `last-administrator`. */
export async function setDisabled<Row extends AccountRow>(
  place: Place<Row>,
  id: AccountId,
  disabled: boolean
): Promise<Row> {
  return change(place, id, (transaction) => ({ disabled, ...(disabled && endTokens(transaction)) }))
}

/** Removes an account, which ends its tokens and frees its name. Throws `account-not-found`, `last-administrator`. */
export async function removeAccount<Row extends AccountRow>({ db, realm }: Place<Row>, id: AccountId): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const keepAdministrator = await guardAdministrators(transaction, realm)
    await lockAccount(transaction, realm, id)
    await transaction(realm.table)
      .where({ id })
      .update({ removed_at: transaction.raw('now()'), canonical_name: null, ...touched(transaction) })
    await keepAdministrator()
  })
}

/** Gives an account another role. Throws `account-not-found`, `last-administrator`. */
export async function setRole<Row extends AccountRow>(place: Place<Row>, id: AccountId, roleId: number): Promise<Row> {
  return change(place, id, () => ({ role_id: roleId }))
}

async function change<Row extends AccountRow>(
  { db, realm }: Place<Row>,
  id: AccountId,
  columns: (transaction: Knex.Transaction) => Record<string, unknown>
): Promise<Row> {
  return inTransaction(db, async (transaction) => {
    const keepAdministrator = await guardAdministrators(transaction, realm)
    await lockAccount(transaction, realm, id)
    await transaction(realm.table)
      .where({ id })
      .update({ ...columns(transaction), ...touched(transaction) })
    await keepAdministrator()
    return findAccount(transaction, realm, id)
  })
}

/**
 * Lets changes that could take away an administrator pass one after the other, and returns the check to make after the
 * change: an enabled administrator is left.
 */
async function guardAdministrators(transaction: Knex.Transaction, realm: Realm): Promise<() => Promise<void>> {
  if (realm.administratorRole === undefined) return async () => {}
  await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [`administrators of ${realm.name}`])
  return async () => {
    const left = await transaction(realm.accounts)
      .where({ role_id: realm.administratorRole, disabled: false })
      .first('id')
    if (left === undefined) throw refuse('last-administrator')
  }
}
