import type { Knex } from 'knex'
import { coalesce } from '../database/coalesce.js'
import { namedQuery } from '../database/named.js'
import { refuse } from '../refusal.js'
import type { Token } from '../tokens/token.js'
import type { AccountId, AccountRow, Realm } from './realm.js'

/** Who makes a request, as the database has them at this moment. */
export interface Caller<Row extends AccountRow = AccountRow> {
  account: Row
  token: Token
  /** Codes of the rights held; `*` stands for all. */
  rights: string[]
}

export type CallerLoader<Row extends AccountRow = AccountRow> = (token: Token) => Promise<Caller<Row>>

type CallerRow = AccountRow & { kept_token: string | null; rights: string[]; revoked: boolean; found: AccountId | null }

/**
 * Loads the account of a verified token and asks whether the token still holds, in one query by primary keys for all
 * requests of the same moment; nothing is kept for later requests. Throws `caller-removed`, `caller-disabled`,
 * `token-revoked`.
 */
export function createCallerLoader<Row extends AccountRow>(db: Knex, realm: Realm<Row>): CallerLoader<Row> {
  // In a `select` of their own the arrays do not show their lengths, for which PostgreSQL would plan anew each time.
  const query = `
    select a.*, a.id as found, r.jti is not null as revoked
    from unnest((select ?::${realm.idType}[]), (select ?::uuid[])) with ordinality as asked (id, jti, position)
    left join ${realm.callers} a on a.id = asked.id
    left join revoked_tokens r on r.jti = asked.jti
    order by asked.position`
  const load = coalesce((tokens: Token[]) => {
    const ids = tokens.map((token) => token.accountId)
    const jtis = tokens.map((token) => token.jti)
    return namedQuery<CallerRow>(db, `callers of ${realm.name}`, query, [ids as number[], jtis])
  })
  return async (token) => {
    const { found, revoked, rights, kept_token: keptToken, ...account } = await load(token)
    if (found === null) throw refuse('caller-removed')
    if (account.disabled) throw refuse('caller-disabled')
    if (revoked || (account.generation !== token.generation && keptToken !== token.jti)) throw refuse('token-revoked')
    return { account: account as unknown as Row, token, rights }
  }
}

export function holdsRight(caller: Caller, right: string): boolean {
  return caller.rights.includes('*') || caller.rights.includes(right)
}
