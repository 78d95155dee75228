import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'
import type { Token } from './token.js'

/** Ends a token. Of simultaneous calls for one token exactly one returns true. */
export async function revokeToken(db: Knex, realm: Realm, token: Token): Promise<boolean> {
  return endToken(db, token.jti, db.raw('to_timestamp(?)', [lastUse(realm, token)]))
}

/**
 * The statement that ends a token, once the statement named `after`, with which it runs in one, has read or changed all of
 * its rows. Of simultaneous ones for one token exactly one returns a row.
 */
export function revocation(db: Knex, realm: Realm, token: Token, after: string): Knex.Raw {
  return db.raw(
    `insert into quintet.revoked_tokens (jti, expires_at)
      select ?::uuid, to_timestamp(?) from (select count(*) from ??) ended
      on conflict do nothing returning jti`,
    [token.jti, lastUse(realm, token), after]
  )
}

/** As `revokeToken`, for a token of which only this is known; `until` is its last use. */
export async function endToken(db: Knex, jti: string, until: string | Knex.Raw): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'insert into quintet.revoked_tokens (jti, expires_at) values (?, ?) on conflict do nothing',
    [jti, until]
  )
  return rowCount === 1
}

/** Seconds since 1970 until which the token can be used, or exchanged for a new one. */
export function lastUse(realm: Realm, { expiresAt, loggedInAt }: Token): number {
  return Math.max(expiresAt, loggedInAt + (realm.refreshWindowSeconds ?? 0))
}

/** Forgets revocations of tokens that nobody could use any more. Returns how many. */
export async function purgeRevokedTokens(db: Knex): Promise<number> {
  return db('quintet.revoked_tokens').where('expires_at', '<', db.raw('now()')).del()
}
