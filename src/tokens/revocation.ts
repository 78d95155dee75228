import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'
import type { Token } from './token.js'

/** Ends a token. Of simultaneous calls for one token exactly one returns true. */
export async function revokeToken(db: Knex, realm: Realm, token: Token): Promise<boolean> {
  const lastUse = Math.max(token.expiresAt, token.loggedInAt + (realm.refreshWindowSeconds ?? 0))
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'insert into quintet.revoked_tokens (jti, expires_at) values (?, to_timestamp(?)) on conflict do nothing',
    [token.jti, lastUse]
  )
  return rowCount === 1
}

/** Forgets revocations of tokens that nobody could use any more. Returns how many. */
export async function purgeRevokedTokens(db: Knex): Promise<number> {
  return db('quintet.revoked_tokens').where('expires_at', '<', db.raw('now()')).del()
}
