import type { Knex } from 'knex'
import { record, type AuditAction } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import type { AccountRow } from '../../realms/realm.js'
import { unseal } from '../../tokens/secret-box.js'
import type { RealmContext } from '../realm-context.js'
import { ownerOf } from './keys.js'
import { deleteRecoveryCode, factors, findFactor, keyOf, type SecondFactor } from './rows.js'
import { sixDigits, stepOf } from './totp.js'

interface Given {
  code: string | undefined
  action: AuditAction
}

/**
 * Returns whether the account has a second factor, whose code is used up then. To be called when the password is known to
 * be right. Throws `code-missing`, `wrong-code`, `code-unreadable`, `too-many-attempts`.
 */
export async function requireCode<Row extends AccountRow>(
  context: RealmContext<Row>,
  { account, enrolled }: { account: Row; enrolled: boolean },
  { code = '', action }: Given
): Promise<boolean> {
  if (!enrolled) return false
  const factor = await findEnabled(context.db, context, account.id)
  if (factor === undefined) return false
  if (code === '') throw domainError('code-missing')
  refuseUnreadable(context, account.id, { factor, code })
  return countCode(context, account, action, () => useCode(context.db, context, account, { factor, code }))
}

export interface Tried {
  factor: SecondFactor
  code: string
}

/** Throws `code-unreadable` for a code of an app that cannot be checked, before it is counted. */
export function refuseUnreadable(context: RealmContext, id: AccountRow['id'], { factor, code }: Tried): void {
  if (sixDigits(code) !== undefined) openSecret(context, id, factor.secret)
}

/** The second factor of an account, undefined unless it is enabled. */
export async function findEnabled(
  db: Knex,
  { realm }: Pick<RealmContext, 'realm'>,
  id: AccountRow['id']
): Promise<SecondFactor | undefined> {
  const factor = await findFactor(db, realm, id)
  return factor === undefined || factor.enabled_at === null ? undefined : factor
}

/** Counts a try of a code, and forgets the failed ones unless `use` returns false. Throws `wrong-code`, `too-many-attempts`. */
export async function countCode<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  account: Row,
  action: AuditAction,
  use: () => Promise<Result | false>
): Promise<Result> {
  const { db, realm, attempts, origin } = context
  const attempt = attempts.code(realm.name, account.name, origin.address)
  await attempt.count()
  const result = await use()
  if (result !== false) {
    await attempt.succeed()
    return result
  }
  context.passwordRefused()
  await record(db, context, { action, result: 'failed', target: account })
  throw domainError('wrong-code')
}

/** Returns whether it is a code of the account that was not used before. Of simultaneous uses of one code one succeeds. */
export async function useCode<Row extends AccountRow>(
  db: Knex,
  context: RealmContext<Row>,
  account: Row,
  { factor, code }: Tried
): Promise<boolean> {
  if (sixDigits(code) !== undefined) return useStep(db, context, account, { factor, code })
  const { realm, origin } = context
  return inTransaction(db, async (transaction) => {
    if (!(await deleteRecoveryCode(transaction, keyOf(realm, account.id), code))) return false
    const by = { realm, origin: { ...origin, actor: account } }
    await record(transaction, by, { action: 'recovery-code-use', target: account })
    return true
  })
}

/** A step counts once, and none before it any more. */
async function useStep<Row extends AccountRow>(
  db: Knex,
  context: RealmContext<Row>,
  { id }: Row,
  { factor, code }: Tried
): Promise<boolean> {
  const step = stepOf(openSecret(context, id, factor.secret), code)
  if (step === undefined) return false
  const later = factors(db).where(keyOf(context.realm, id)).where('last_step', '<', step)
  return (await later.update({ last_step: step })) === 1
}

/** Throws `code-unreadable`. */
export function openSecret(
  { realm, factorKeys, warn }: Pick<RealmContext, 'realm' | 'factorKeys' | 'warn'>,
  id: AccountRow['id'],
  sealed: string
): string {
  const opened = unseal(factorKeys, ownerOf(realm, id), sealed)
  if (opened !== undefined) return opened.secret
  warn({ realm: realm.name, account: id }, 'no TOKEN_SECRET decrypts the secret of this second factor')
  throw domainError('code-unreadable')
}
