import type { Knex } from 'knex'
import type { Origin } from '../audit/record.js'
import type { AccountId, Realm } from '../realms/realm.js'
import { lastUse } from '../tokens/revocation.js'
import type { Token } from '../tokens/token.js'

/** Characters of a `User-Agent` header that are kept. */
const USER_AGENT_LENGTH = 512

interface Begun {
  realm: Realm
  origin: Origin
}

/** The statement that writes the session which a token begins. */
export function insertSession(db: Knex, { realm, origin }: Begun, token: Token): Knex.QueryBuilder {
  return sessions(db).insert({
    id: token.jti,
    realm: realm.name,
    account_id: String(token.accountId),
    begun_at: db.raw('to_timestamp(?)', [token.loggedInAt]),
    ...tokenColumns(db, realm, token),
    address: origin.address,
    user_agent: origin.userAgent?.slice(0, USER_AGENT_LENGTH)
  })
}

/**
 * Has the session go on with the token that `from` is exchanged for. Before `from` is revoked: ending the session locks
 * its row first too. A token of before sessions were kept begins one.
 */
export async function renewSession(db: Knex, begun: Begun, from: Token, to: Token): Promise<void> {
  const { realm, origin } = begun
  const columns = { ...tokenColumns(db, realm, to), address: origin.address, renewed_at: db.raw('now()') }
  const renewed = await ofToken(db, realm, from).update(columns)
  if (renewed === 0) await insertSession(db, begun, to)
}

/** Returns how many there were, but that of the token `keep`. */
export async function deleteSessions(db: Knex, realm: Realm, accountId: AccountId, keep?: string): Promise<number> {
  const ofAccount = sessions(db).where({ realm: realm.name, account_id: String(accountId) })
  if (keep !== undefined) void ofAccount.whereNot('jti', keep)
  return ofAccount.del()
}

export async function deleteSessionOf(db: Knex, realm: Realm, token: Token): Promise<void> {
  await ofToken(db, realm, token).del()
}

/** Deletes the sessions whose tokens nobody could use any more. Returns how many. */
export async function purgeSessions(db: Knex): Promise<number> {
  return sessions(db).where('expires_at', '<', db.raw('now()')).del()
}

function tokenColumns(db: Knex, realm: Realm, token: Token): Record<string, unknown> {
  const { jti, generation } = token
  return { jti, generation, expires_at: db.raw('to_timestamp(?)', [lastUse(realm, token)]) }
}

function ofToken(db: Knex, realm: Realm, { accountId, jti }: Token): Knex.QueryBuilder<object, number> {
  return sessions(db).where({ realm: realm.name, account_id: String(accountId), jti })
}

function sessions(db: Knex): Knex.QueryBuilder<object, number> {
  return db('quintet.sessions')
}
