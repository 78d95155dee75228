import type { Knex } from 'knex'
import type { Caller } from '../accounts/caller.js'
import { lockAccount, type Permit } from '../accounts/find.js'
import type { RealmContext } from '../accounts/realm-context.js'
import { record } from '../audit/record.js'
import { inTransaction } from '../database/queries/transaction.js'
import { domainError } from '../domain-error.js'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import { endToken } from '../tokens/revocation.js'
import { endOtherTokens, endTokens } from './end-tokens.js'
import { live } from './list.js'

/** Ends a session of the caller's account. Throws `session-not-found`. */
export async function endOwnSession<Row extends AccountRow>(
  context: RealmContext<Row>,
  { account }: Caller<Row>,
  id: string
): Promise<void> {
  await inTransaction(context.db, async (transaction) => {
    await endFound(transaction, context.realm, { id, accountId: account.id })
    await record(transaction, context, { action: 'session-end', target: account, detail: { sessions: 1 } })
  })
}

/** Ends every session of the caller's account but this one. Throws `token-revoked` where this one has ended meanwhile. */
export async function endOtherSessions<Row extends AccountRow>(
  context: RealmContext<Row>,
  { account, token }: Caller<Row>
): Promise<void> {
  await inTransaction(context.db, async (transaction) => {
    const sessions = await endOtherTokens(transaction, context.realm, token)
    await record(transaction, context, { action: 'session-end', target: account, detail: { sessions } })
  })
}

/** Ends a session of any account. Throws `session-not-found`, and what `permit` does. */
export async function endSession<Row extends AccountRow>(
  context: RealmContext<Row>,
  id: string,
  permit?: Permit<Row>
): Promise<void> {
  const { db, realm } = context
  await inTransaction(db, async (transaction) => {
    const found = (await live(transaction, realm, {}).where({ id }).first('account_id')) as
      { account_id: string } | undefined
    if (found === undefined) throw domainError('session-not-found')
    const accountId = realm.idType === 'text' ? found.account_id : Number(found.account_id)
    const account = await lockAccount(transaction, realm, accountId, permit)
    await endFound(transaction, realm, { id, accountId })
    await record(transaction, context, { action: 'session-end', target: account, detail: { sessions: 1 } })
  })
}

/** Ends every session of an account, and returns how many were known. Throws `account-not-found`, and what `permit` does. */
export async function endSessionsOf<Row extends AccountRow>(
  context: RealmContext<Row>,
  accountId: AccountId,
  permit?: Permit<Row>
): Promise<number> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    const account = await lockAccount(transaction, realm, accountId, permit)
    const sessions = await endTokens(transaction, realm, account.id)
    await record(transaction, context, { action: 'session-end', target: account, detail: { sessions } })
    return sessions
  })
}

/** Its row is locked before its token is revoked, as an exchange of the token does it. */
async function endFound(
  transaction: Knex.Transaction,
  realm: Realm,
  { id, accountId }: { id: string; accountId: AccountId }
): Promise<void> {
  const [ended] = (await transaction('quintet.sessions')
    .where({ id, realm: realm.name, account_id: String(accountId) })
    .del()
    .returning(['jti', 'expires_at'])) as { jti: string; expires_at: string }[]
  if (ended === undefined) throw domainError('session-not-found')
  await endToken(transaction, ended.jti, ended.expires_at)
}
