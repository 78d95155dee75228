import { record } from '../audit/record.js'
import { inTransaction } from '../database/queries/transaction.js'
import { deleteSessionOf } from '../sessions/rows.js'
import { revokeToken } from '../tokens/revocation.js'
import type { Caller } from './caller.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

export async function logout<Row extends AccountRow>(context: RealmContext<Row>, caller: Caller<Row>): Promise<void> {
  await inTransaction(context.db, async (transaction) => {
    await deleteSessionOf(transaction, context.realm, caller.token)
    if (!(await revokeToken(transaction, context.realm, caller.token))) return
    await record(transaction, context, { action: 'logout', target: caller.account })
  })
}
