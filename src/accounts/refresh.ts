import { record } from '../audit/record.js'
import { inTransaction } from '../database/queries/transaction.js'
import { DomainError, domainError } from '../domain-error.js'
import { revokeToken } from '../tokens/revocation.js'
import { renewSession } from '../sessions/rows.js'
import { issueToken, type Token } from '../tokens/token.js'
import { createCallerLoader } from './caller.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

/** Exchanges a token, expired or not. Of many exchanges of one token one succeeds. Throws `refresh-refused`. */
export async function refreshToken<Row extends AccountRow>(context: RealmContext<Row>, token: Token): Promise<string> {
  const { db, realm, keys } = context
  const window = realm.refreshWindowSeconds ?? 0
  if (token.loggedInAt + window < Date.now() / 1000) throw domainError('refresh-refused')
  return inTransaction(db, async (transaction) => {
    // Shared, so that a change that ends the account's tokens comes before or after, and of the new token too.
    await transaction(realm.table).where({ id: token.accountId }).forShare().first('id')
    const { account } = await createCallerLoader(transaction, realm)(token).catch(refuseRefresh)
    const origin = { ...context.origin, actor: account }
    const { text, token: renewed } = issueToken(realm, keys, account, token.loggedInAt)
    await renewSession(transaction, { realm, origin }, token, renewed)
    if (!(await revokeToken(transaction, realm, token))) throw domainError('refresh-refused')
    await record(transaction, { realm, origin }, { action: 'token-exchange', target: account })
    return text
  })
}

function refuseRefresh(error: unknown): never {
  throw error instanceof DomainError && error.code === 'token-revoked' ? domainError('refresh-refused') : error
}
