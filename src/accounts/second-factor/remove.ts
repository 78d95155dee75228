import { record } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import { endTokens } from '../../sessions/end-tokens.js'
import type { AccountId, AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import { lockAccount, type Permit } from '../find.js'
import type { RealmContext } from '../realm-context.js'
import { forgetSecondFactor } from './rows.js'

/** Removes the second factor of an account, whose tokens all end and whose wrong codes are forgotten. Throws `account-not-found`, `second-factor-off`. */
export async function removeSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: AccountId,
  permit?: Permit<Row>
): Promise<void> {
  const { db, realm, attempts } = context
  const { name } = await inTransaction(db, async (transaction) => {
    const target = await lockAccount(transaction, realm, id, permit)
    if (!(await forgetSecondFactor(transaction, realm, id))) throw domainError('second-factor-off')
    await endTokens(transaction, realm, id)
    await record(transaction, context, { action: 'second-factor-remove', target })
    return target
  })
  await attempts.forgetCodes(realm.name, name)
}

/** As `removeSecondFactor`, for an administrator, who needs a code for their own. Throws `own-account` too. */
export async function removeOthersSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  id: AccountId,
  permit?: Permit<Row>
): Promise<void> {
  if (caller.account.id === id) throw domainError('own-account')
  await removeSecondFactor(context, id, permit)
}
