import { record, type AuditAction } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import type { AccountRow } from '../../realms/realm.js'
import type { RealmContext } from '../realm-context.js'
import { deleteRecoveryCode, factors, findFactor, keyOf, type SecondFactor } from './rows.js'
import { ownerOf, unseal } from './secret-box.js'
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
  const factor = await findFactor(context.db, context.realm, account.id)
  if (factor === undefined || factor.enabled_at === null) return false
  if (code === '') throw domainError('code-missing')
  return countCode(context, account, action, () => useCode(context, account, factor, code))
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
async function useCode<Row extends AccountRow>(
  context: RealmContext<Row>,
  account: Row,
  factor: SecondFactor,
  code: string
): Promise<boolean> {
  if (sixDigits(code) !== undefined) return useStep(context, account, factor, code)
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    if (!(await deleteRecoveryCode(transaction, keyOf(realm, account.id), code.trim()))) return false
    const origin = { ...context.origin, actor: account }
    await record(transaction, { realm, origin }, { action: 'recovery-code-use', target: account })
    return true
  })
}

/** A step counts once, and none before it any more. */
async function useStep<Row extends AccountRow>(
  context: RealmContext<Row>,
  { id }: Row,
  { secret: sealed }: SecondFactor,
  code: string
): Promise<boolean> {
  const { db, realm } = context
  const step = stepOf(openSecret(context, id, sealed), code)
  if (step === undefined) return false
  const used = await factors(db).where(keyOf(realm, id)).where('last_step', '<', step).update({ last_step: step })
  return used === 1
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
