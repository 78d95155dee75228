import type { Knex } from 'knex'
import { accountsNamed } from '../accounts/listing/name-search.js'
import type { Timestamp } from '../database/types.js'
import type { PageNumber } from '../database/queries/lists.js'
import type { AccountId, Realm } from '../realms/realm.js'
import type { Token } from '../tokens/token.js'
import { deviceOf } from './device.js'

export interface Session {
  id: string
  accountId: string
  /** The login name of the account. */
  name: string
  begunAt: Timestamp
  /** Of the last exchange of its token; null where there was none. */
  renewedAt: Timestamp | null
  /** Until when its token can be used, or exchanged for a new one. */
  expiresAt: Timestamp
  address: string | null
  /** Browser and system in words; null where the client did not name them. */
  device: string | null
  /** Whether it is the caller's. */
  current: boolean
}

export interface SessionFilter {
  accountId?: AccountId | undefined
  /** Part of the account's name, which counts as the same where two names would. */
  query?: string | undefined
}

interface SessionRow {
  id: string
  account_id: string
  name: string
  jti: string
  begun_at: Timestamp
  renewed_at: Timestamp | null
  expires_at: Timestamp
  address: string | null
  user_agent: string | null
}

/** Sessions of one account that are listed. */
export const MOST_LISTED = 100

/** Sessions of the caller's account: this one, then the newest others, `MOST_LISTED` in all at most. */
export async function sessionsOfCaller(db: Knex, realm: Realm, { accountId, jti }: Token): Promise<Session[]> {
  const order = db.raw('s.jti = ? desc, s.begun_at desc, s.id desc', [jti])
  const rows = await read(db, realm, live(db, realm, { accountId }).limit(MOST_LISTED), order)
  return rows.map((row) => session(row, jti))
}

/** A page of the sessions of all accounts, the newest first, and how many there are. `caller` marks its own. */
export async function pageOfSessions(
  db: Knex,
  realm: Realm,
  caller: Token | undefined,
  { page, size, ...filter }: PageNumber & SessionFilter
): Promise<{ total: number; sessions: Session[] }> {
  const matching = live(db, realm, filter)
  const found = matching
    .clone()
    .limit(size)
    .offset((page - 1) * size)
  const [counted, rows] = await Promise.all([
    matching.count({ total: '*' }).first() as Promise<{ total: unknown }>,
    read(db, realm, found, db.raw('s.begun_at desc, s.id desc'))
  ])
  return { total: Number(counted.total), sessions: rows.map((row) => session(row, caller?.jti)) }
}

/** The rows of sessions that have not expired: what ends tokens has deleted those of the others. */
export function live(db: Knex, realm: Realm, { accountId, query = '' }: SessionFilter): Knex.QueryBuilder {
  const sessions = db({ s: 'quintet.sessions' }).where('realm', realm.name).where('expires_at', '>', db.raw('now()'))
  if (accountId !== undefined) void sessions.where('account_id', String(accountId))
  if (query === '') return sessions
  return sessions.whereIn('account_id', accountsNamed(db, realm, query).select(db.raw('id::text')))
}

/** Finds the rows of a page in an index, and reads the rest of these alone. */
async function read(db: Knex, realm: Realm, page: Knex.QueryBuilder, order: Knex.Raw): Promise<SessionRow[]> {
  return db
    .with('page', page.orderByRaw(order).select('s.id'))
    .from('page')
    .join({ s: 'quintet.sessions' }, 's.id', 'page.id')
    .join({ a: realm.accounts }, 'a.id', accountOf(db, realm))
    .orderByRaw(order)
    .select('s.*', 'a.name')
}

/** The id of a session's account in the type of the realm's ids; null for a session of another realm. */
function accountOf(db: Knex, { name, idType }: Realm): Knex.Raw {
  return db.raw(`case when s.realm = ? then s.account_id::${idType} end`, [name])
}

function session(row: SessionRow, caller: string | undefined): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    begunAt: row.begun_at,
    renewedAt: row.renewed_at,
    expiresAt: row.expires_at,
    address: row.address,
    device: deviceOf(row.user_agent),
    current: row.jti === caller
  }
}
