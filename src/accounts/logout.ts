import { record } from '../audit/record.js'
import { deletionOfSession } from '../sessions/rows.js'
import { revocation } from '../tokens/revocation.js'
import type { Caller } from './caller.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

/** In one statement. Of simultaneous logouts with one token exactly one leaves an entry in the audit trail. */
export async function logout<Row extends AccountRow>(context: RealmContext<Row>, caller: Caller<Row>): Promise<void> {
  const { db, realm } = context
  const { account, token } = caller
  const session = deletionOfSession(db, realm, token)
  // As an exchange of the token locks them: its session first.
  const revoked = revocation(db, realm, token, 'session')
  await record(
    db,
    context,
    { action: 'logout', target: account },
    { statements: { session, revoked }, onlyIf: 'revoked' }
  )
}
