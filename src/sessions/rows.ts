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

/**
 * The statement that writes the session which a token begins, unless the token has ended by then: it waits for a change
 * of the account that is under way, and such a change for it.
 */
export function insertSession(db: Knex, { realm, origin }: Begun, token: Token): Knex.Raw {
  const { jti, accountId, generation, loggedInAt } = token
  return db.raw(
    `insert into quintet.sessions (id, realm, account_id, jti, begun_at, expires_at, address, user_agent) (
      select ?::uuid, ?, ?, ?::uuid, to_timestamp(?), to_timestamp(?), ?, ?
      from ${realm.table} where id = ? and generation = ? and removed_at is null for share
    ) on conflict do nothing`,
    [
      ...[jti, realm.name, String(accountId), jti, loggedInAt, lastUse(realm, token)],
      ...[origin.address, origin.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null],
      ...[accountId, generation]
    ]
  )
}

/**
 * Has the session go on with the token that `from` is exchanged for. Before `from` is revoked: ending the session locks
 * its row first too. A token of before sessions were kept begins one.
 */
export async function renewSession(db: Knex, begun: Begun, from: Token, to: Token): Promise<void> {
  const { realm, origin } = begun
  const expires = db.raw('to_timestamp(?)', [lastUse(realm, to)])
  const columns = { jti: to.jti, expires_at: expires, address: origin.address, renewed_at: db.raw('now()') }
  const renewed = await ofToken(db, realm, from).update(columns)
  if (renewed === 0) await insertSession(db, begun, to)
}

/** Returns how many there were, but that of the token `keep`. */
export async function deleteSessions(db: Knex, realm: Realm, accountId: AccountId, keep?: string): Promise<number> {
  const ofAccount = sessions(db).where({ realm: realm.name, account_id: String(accountId) })
  if (keep !== undefined) void ofAccount.whereNot('jti', keep)
  return ofAccount.del()
}

/** The statement that deletes the session of a token, and returns its id. */
export function deletionOfSession(db: Knex, realm: Realm, token: Token): Knex.QueryBuilder {
  return ofToken(db, realm, token).del('id')
}

/** Deletes the sessions whose tokens nobody could use any more. Returns how many. */
export async function purgeSessions(db: Knex): Promise<number> {
  return sessions(db).where('expires_at', '<', db.raw('now()')).del()
}

function ofToken(db: Knex, realm: Realm, { accountId, jti }: Token): Knex.QueryBuilder<object, number> {
  return sessions(db).where({ realm: realm.name, account_id: String(accountId), jti })
}

function sessions(db: Knex): Knex.QueryBuilder<object, number> {
  return db('quintet.sessions')
}
