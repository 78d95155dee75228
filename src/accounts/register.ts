import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { isUniqueViolation } from '../database/failures.js'
import { inTransaction } from '../database/queries/transaction.js'
import { DomainError } from '../domain-error.js'
import { admit } from './admit.js'
import { findAccount } from './find.js'
import { canonicalName, requireVisible } from '../realms/names.js'
import { refuseWeakPassword } from './new-password.js'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

export interface NewAccount {
  name: string
  password: string
  values?: Record<string, unknown>
  /** What else belongs to the account, written in the same transaction. */
  also?: (transaction: Knex.Transaction, id: AccountId) => Promise<void>
}

/** Creates an account and returns it. Throws `name-taken`, `hidden-characters`, `weak-password`, `busy`. */
export async function createAccount<Row extends AccountRow>(
  context: RealmContext<Row>,
  account: NewAccount
): Promise<Row> {
  return admit(context, undefined, () => createAdmitted(context, account))
}

/** As `createAccount`, for a visitor: counted per address. Throws `too-many-attempts`. */
export async function registerAccount<Row extends AccountRow>(
  context: RealmContext<Row>,
  account: NewAccount
): Promise<Row> {
  const attempt = context.attempts.registration(context.realm.name, context.origin.address)
  return admit(context, attempt, async () => {
    await attempt.count()
    return createAdmitted(context, account)
  })
}

async function createAdmitted<Row extends AccountRow>(
  context: RealmContext<Row>,
  { name, password, values = {}, also }: NewAccount
): Promise<Row> {
  const { db, realm, passwords } = context
  await refuseTakenName(context, name)
  requireVisible(name)
  await refuseWeakPassword(context, name, password)
  const passwordHash = await passwords.hash(realm.hash, password)
  return inTransaction(db, async (transaction) => {
    const id = await insertAccount(context, transaction, name, passwordHash, values)
    await also?.(transaction, id)
    const account = await findAccount(transaction, realm, id)
    await record(transaction, context, { action: 'account-create', target: account })
    return account
  })
}

export async function isNameTaken({ db, realm }: Pick<RealmContext, 'db' | 'realm'>, name: string): Promise<boolean> {
  const row: unknown = await db(realm.table).where('canonical_name', canonicalName(name)).first(db.raw('1'))
  return row !== undefined
}

/** Spares the hash when the name is taken already; the unique index has the last word. */
export async function refuseTakenName(context: Pick<RealmContext, 'db' | 'realm'>, name: string): Promise<void> {
  if (await isNameTaken(context, name)) throw new DomainError('name-taken', { name })
}

async function insertAccount(
  { realm }: RealmContext,
  transaction: Knex.Transaction,
  name: string,
  passwordHash: string,
  values: Record<string, unknown>
): Promise<AccountId> {
  const id = realm.newId && { id: realm.newId() }
  const columns = { [realm.columns.passwordHash]: passwordHash, ...nameColumns(realm, name) }
  const insert = transaction(realm.table).insert({ ...values, ...id, ...columns })
  const [inserted] = (await unlessTaken(name, insert.returning('id'))) as [{ id: AccountId }]
  return inserted.id
}

export function nameColumns(realm: Pick<Realm, 'columns'>, name: string): Record<string, string> {
  return { [realm.columns.name]: name, canonical_name: canonicalName(name) }
}

/** What the statement returns. Throws `name-taken` where its unique index refuses the name. */
export async function unlessTaken<Result>(name: string, statement: PromiseLike<Result>): Promise<Result> {
  try {
    return await statement
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('name-taken', { name })
    throw error
  }
}
