import type { Knex } from 'knex'
import { record, type AuditAction } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import { endOtherTokens } from '../../sessions/end-tokens.js'
import type { AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import { withConfirmedPassword } from '../change-password.js'
import type { RealmContext } from '../realm-context.js'
import { newRecoveryCodes } from './recovery-codes.js'
import { requireCode } from './require-code.js'
import { forgetSecondFactor, keepRecoveryCodes, keyOf } from './rows.js'

/** What the caller confirms a change with. */
export interface Confirmation {
  password: string
  code: string
}

/**
 * Removes the caller's own second factor and ends their other tokens. Throws `second-factor-off`,
 * `wrong-current-password`, `wrong-code`, `code-unreadable`, `too-many-attempts`.
 */
export async function removeOwnSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  confirmation: Confirmation
): Promise<void> {
  const action = 'second-factor-disable'
  await confirmed(context, caller, confirmation, action, () =>
    changeFactor(context, caller, action, async (transaction) => {
      const wasEnabled = await forgetSecondFactor(transaction, context.realm, caller.account.id)
      if (!wasEnabled) throw domainError('second-factor-off')
    })
  )
}

/** Ten codes in the place of those before; ends the caller's other tokens. Throws as `removeOwnSecondFactor`. */
export async function renewRecoveryCodes<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  confirmation: Confirmation
): Promise<string[]> {
  const action = 'recovery-codes-renew'
  return confirmed(context, caller, confirmation, action, () =>
    changeFactor(context, caller, action, (transaction) => freshRecoveryCodes(transaction, context, caller.account.id))
  )
}

async function confirmed<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  { account: { name } }: Caller<Row>,
  { password, code }: Confirmation,
  action: AuditAction,
  work: () => Promise<Result>
): Promise<Result> {
  return withConfirmedPassword(context, { name, password }, action, async (stored) => {
    const isEnabled = await requireCode(context, stored, { code, action })
    if (!isEnabled) throw domainError('second-factor-off')
    return work()
  })
}

/** Runs and records `work`, in a transaction that ends the caller's other tokens. Throws `token-revoked`. */
export async function changeFactor<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  { account, token }: Caller<Row>,
  action: AuditAction,
  work: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    await endOtherTokens(transaction, realm, token)
    const result = await work(transaction)
    await record(transaction, context, { action, target: account })
    return result
  })
}

export async function freshRecoveryCodes(
  transaction: Knex.Transaction,
  { realm }: Pick<RealmContext, 'realm'>,
  id: AccountRow['id']
): Promise<string[]> {
  const codes = newRecoveryCodes()
  await keepRecoveryCodes(transaction, keyOf(realm, id), codes)
  return codes
}
