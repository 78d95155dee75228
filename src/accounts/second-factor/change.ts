import type { Knex } from 'knex'
import { record, type AuditAction } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import { endOtherTokens } from '../../sessions/end-tokens.js'
import type { AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import { withOwnPassword } from '../change-password.js'
import { lockRow } from '../find.js'
import type { RealmContext } from '../realm-context.js'
import { newRecoveryCodes } from './recovery-codes.js'
import { countCode, findEnabled, refuseUnreadable, useCode } from './require-code.js'
import { forgetSecondFactor, keepRecoveryCodes, keyOf, type SecondFactor } from './rows.js'

/** What the caller confirms a change with. */
export interface Confirmation {
  password: string
  code: string
}

/**
 * Removes the caller's own second factor and ends their other tokens. Throws `second-factor-off`,
 * `wrong-current-password`, `wrong-code`, `code-unreadable`, `too-many-attempts`, `token-revoked`.
 */
export async function removeOwnSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  confirmation: Confirmation
): Promise<void> {
  await confirmed(context, caller, { ...confirmation, action: 'second-factor-disable' }, (transaction) =>
    forgetSecondFactor(transaction, context.realm, caller.account.id)
  )
}

/** Ten codes in the place of those before; ends the caller's other tokens. Throws as `removeOwnSecondFactor`. */
export async function renewRecoveryCodes<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  confirmation: Confirmation
): Promise<string[]> {
  return confirmed(context, caller, { ...confirmation, action: 'recovery-codes-renew' }, (transaction) =>
    freshRecoveryCodes(transaction, context, caller.account.id)
  )
}

/** The code is used in the transaction of the change, for another change may have replaced it meanwhile. */
async function confirmed<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  { password, code, action }: Confirmation & { action: AuditAction },
  work: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  const { id } = caller.account
  const enabled = async (db: Knex): Promise<SecondFactor> => {
    const factor = await findEnabled(db, context, id)
    if (factor === undefined) throw domainError('second-factor-off')
    return factor
  }
  return withOwnPassword(context, caller, { password, action }, async ({ account }) => {
    if (code === '') throw domainError('code-missing')
    refuseUnreadable(context, id, { factor: await enabled(context.db), code })
    return countCode(context, account, action, () =>
      changeFactor(context, caller, action, async (transaction) => {
        const tried = { factor: await enabled(transaction), code }
        return (await useCode(transaction, context, account, tried)) && work(transaction)
      })
    )
  })
}

/**
 * Runs and records `work`, in a transaction that ends the caller's other tokens; false of `work` changes nothing. Of
 * changes of an account's second factor one runs at a time. Throws `token-revoked`.
 */
export async function changeFactor<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  { account, token }: Caller<Row>,
  action: AuditAction,
  work: (transaction: Knex.Transaction) => Promise<Result | false>
): Promise<Result | false> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    await lockRow(transaction, realm, account.id)
    const result = await work(transaction)
    if (result === false) return false
    await endOtherTokens(transaction, realm, token)
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
