import type { Knex } from 'knex'
import { Refusal, refuse } from '../refusal.js'
import type { Caller } from './caller.js'
import { findAccount } from './find.js'
import { checkPassword, type Credentials } from './login.js'
import type { AccountId, AccountRow } from './realm.js'
import type { RealmContext } from './realm-context.js'
import { touched } from './update.js'

/**
 * The caller changes their own password; their other tokens end. Throws `wrong-current-password` (which counts against
 * the limit of failed logins), `too-many-attempts`.
 */
export async function changePassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  change: { current: string; next: string; address: string }
): Promise<void> {
  const { name } = caller.account
  const { hash } = await confirmPassword(context, { name, password: change.current, address: change.address })
  await storePassword(context, caller.account.id, change.next, { from: hash, keep: caller.token.jti })
}

/**
 * Somebody who knows the name and the old password changes it; all tokens of the account end. Throws
 * `account-not-found` (but with `HIDE_ACCOUNTS`), `wrong-current-password`, `too-many-attempts`.
 */
export async function resetPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  credentials: Credentials,
  next: string
): Promise<void> {
  const { id, hash } = await confirmPassword(context, credentials)
  await storePassword(context, id, next, { from: hash })
}

/** An administrator sets the password of an account, whose tokens all end. Throws `account-not-found`. */
export async function setPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  next: string
): Promise<Row> {
  const account = await findAccount(context.db, context.realm, id)
  await storePassword(context, id, next)
  return account
}

async function confirmPassword<Row extends AccountRow>(context: RealmContext<Row>, credentials: Credentials) {
  try {
    return await checkPassword(context, credentials)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'unknown-login') throw refuse('account-not-found')
    if (error.code === 'wrong-password' || error.code === 'login-failed') throw refuse('wrong-current-password')
    throw error
  }
}

/** `from`: the hash that was verified, so that of two changes at once only one holds. `keep`: a token that does not end. */
async function storePassword<Row extends AccountRow>(
  { db, realm, passwords }: RealmContext<Row>,
  id: AccountId,
  next: string,
  { from, keep }: { from?: string; keep?: string } = {}
): Promise<void> {
  const column = realm.columns.passwordHash
  const hash = await passwords.hash(realm.hash, next)
  const changed = await db(realm.table)
    .where({ id, ...(from !== undefined && { [column]: from }) })
    .whereNull('removed_at')
    .update({ [column]: hash, ...endTokens(db, keep), ...touched(db) })
  if (changed === 0) throw refuse(from === undefined ? 'account-not-found' : 'wrong-current-password')
}

/** Columns that end every token of the account, `keep` excepted. */
export function endTokens(db: Knex, keep?: string): { generation: Knex.Raw; kept_token: string | null } {
  return { generation: db.raw('generation + 1'), kept_token: keep ?? null }
}
