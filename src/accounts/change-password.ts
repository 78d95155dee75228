import { record, type AuditAction } from '../audit/record.js'
import { inTransaction } from '../database/queries/transaction.js'
import { DomainError, domainError } from '../domain-error.js'
import { endOtherTokens, endTokens } from '../sessions/end-tokens.js'
import type { Token } from '../tokens/token.js'
import type { Caller } from './caller.js'
import { admit } from './admit.js'
import { findAccount } from './find.js'
import { withPassword, type Credentials, type StoredCredentials } from './login.js'
import { refuseWeakPassword } from './new-password.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'
import { touched } from './update.js'

/**
 * The caller's other tokens end. Throws `wrong-current-password`, `caller-removed`, `too-many-attempts`, `weak-password`,
 * `token-revoked`.
 */
export async function changePassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  change: { current: string; next: string }
): Promise<void> {
  const action = 'password-change'
  await refuseWeakPassword(context, caller.account.name, change.next)
  await withOwnPassword(context, caller, { password: change.current, action }, ({ hash }) =>
    storePassword(context, caller.account, change.next, { action, from: hash, keep: caller.token })
  )
}

/** All tokens end. Throws `account-not-found`, `wrong-current-password`, `too-many-attempts`, `weak-password`. */
export async function resetPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  credentials: Credentials,
  next: string
): Promise<void> {
  const action = 'password-reset'
  await refuseWeakPassword(context, credentials.name, next)
  await withConfirmedPassword(context, credentials, { action, missing: 'account-not-found' }, ({ account, hash }) =>
    storePassword(context, account, next, { action, from: hash })
  )
}

/** An administrator sets the password of an account, whose tokens all end. Throws `account-not-found`, `weak-password`. */
export async function setPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: Row['id'],
  next: string
): Promise<Row> {
  const account = await findAccount(context.db, context.realm, id)
  await refuseWeakPassword(context, account.name, next)
  await admit(context, undefined, () => storePassword(context, account, next, { action: 'password-set' }))
  return account
}

/** As `withPassword`, for the caller's own. Throws `wrong-current-password`, `caller-removed`, `too-many-attempts`. */
export async function withOwnPassword<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  { account: { id, name } }: Caller<Row>,
  { password, action }: { password: string; action: AuditAction },
  work: (stored: StoredCredentials<Row>) => Promise<Result>
): Promise<Result> {
  return withConfirmedPassword(context, { name, password }, { action, missing: 'caller-removed' }, (stored) => {
    // Another account has the name of one that was removed meanwhile.
    if (stored.account.id !== id) throw domainError('caller-removed')
    return work(stored)
  })
}

async function withConfirmedPassword<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  credentials: Credentials,
  { action, missing }: { action: AuditAction; missing: 'account-not-found' | 'caller-removed' },
  work: (stored: StoredCredentials<Row>) => Promise<Result>
): Promise<Result> {
  try {
    return await withPassword(context, credentials, action, work)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'unknown-login') throw domainError(missing)
    if (error.code === 'wrong-password' || error.code === 'login-failed') throw domainError('wrong-current-password')
    throw error
  }
}

interface PasswordChange {
  action: AuditAction
  /** The hash that was verified, so that of two changes at once only one holds. */
  from?: string
  keep?: Token
}

async function storePassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  account: Row,
  next: string,
  { action, from, keep }: PasswordChange
): Promise<void> {
  const { db, realm, passwords } = context
  const column = realm.columns.passwordHash
  const hash = await passwords.hash(realm.hash, next)
  await inTransaction(db, async (transaction) => {
    const changed = await transaction(realm.table)
      .where({ id: account.id, ...(from !== undefined && { [column]: from }) })
      .whereNull('removed_at')
      .update({ [column]: hash, ...touched(transaction) })
    if (changed === 0) throw domainError(from === undefined ? 'account-not-found' : 'wrong-current-password')
    await (keep === undefined ? endTokens(transaction, realm, account.id) : endOtherTokens(transaction, realm, keep))
    await record(transaction, context, { action, target: account })
  })
}
