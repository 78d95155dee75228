import type { Knex } from 'knex'
import { asked, joinById, lookUp, type LookUp } from '../database/look-up.js'
import { refuse } from '../refusal.js'
import type { Token } from '../tokens/token.js'
import type { AccountRow, Realm } from './realm.js'

/** Who makes a request, as the database has them at this moment. */
export interface Caller<Row extends AccountRow = AccountRow> {
  account: Row
  token: Token
  /** Codes of the rights held; `*` stands for all. */
  rights: string[]
}

export type CallerLoader<Row extends AccountRow = AccountRow> = (token: Token) => Promise<Caller<Row>>

type CallerRow = AccountRow & { kept_token: string | null; rights: string[]; revoked: boolean }

/**
 * Loads the account of a verified token and asks whether the token still holds, in one query by primary keys for all
 * requests of the same moment; nothing is kept for later requests. Throws `caller-removed`, `caller-disabled`,
 * `token-revoked`.
 */
export function createCallerLoader<Row extends AccountRow>(db: Knex, realm: Realm<Row>): CallerLoader<Row> {
  const statement: LookUp<Token, CallerRow> = {
    name: `callers of ${realm.name}`,
    text: `
      select position, found.*, (select true from revoked_tokens r where r.jti = asked.jti) is not null as revoked
      from ${asked({ id: realm.idType, jti: 'uuid' })} ${joinById(realm.callers)}`,
    columns: (tokens) => [tokens.map((token) => token.accountId), tokens.map((token) => token.jti)]
  }
  return async (token) => {
    const [row] = await lookUp(db, statement, token)
    if (row === undefined) throw refuse('caller-removed')
    const { revoked, rights, kept_token: keptToken, ...account } = row
    if (account.disabled) throw refuse('caller-disabled')
    if (revoked || (account.generation !== token.generation && keptToken !== token.jti)) throw refuse('token-revoked')
    return { account: account as unknown as Row, token, rights }
  }
}

export function holdsRight(caller: Caller, right: string): boolean {
  return caller.rights.includes('*') || caller.rights.includes(right)
}
