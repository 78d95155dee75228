import type { Knex } from 'knex'
import type { Look } from '../database/queries/batch-loader.js'
import { joinById } from '../database/queries/batch-statement.js'
import { preparedQuery } from '../database/queries/prepared.js'
import { batchLoaderOf } from '../database/tracing.js'
import { domainError } from '../domain-error.js'
import type { Token } from '../tokens/token.js'
import type { AccountRow, Realm } from '../realms/realm.js'

export interface Caller<Row extends AccountRow = AccountRow> {
  account: Row
  token: Token
  /** Codes of the rights held; `*` stands for all. */
  rights: string[]
  /** The role requires a second factor, and the account has none. */
  mustEnrol: boolean
}

export type CallerLoader<Row extends AccountRow = AccountRow> = (token: Token) => Promise<Caller<Row>>

interface CallerColumns {
  kept_token: string | null
  rights: string[]
  /** Only where roles may require a second factor. */
  must_enrol?: boolean
  /** Those of the loaded tokens which ended before their time; null for none. */
  revoked: string[] | null
}

type CallerRow = AccountRow & CallerColumns

/** Batches the tokens of one moment into one query. Throws `caller-removed`, `caller-disabled`, `token-revoked`. */
export function createCallerLoader<Row extends AccountRow>(db: Knex, realm: Realm<Row>): CallerLoader<Row> {
  const load = batchLoaderOf(db)(rowsFrom(db, realm), { name: `callers of ${realm.name}` })
  return async (token) => callerOf<Row>(token, await load(token))
}

type Views = Pick<Realm, 'name' | 'idType' | 'callers'>

function rowsFrom(db: Knex, views: Views): Look<Token, CallerRow | undefined> {
  const [one, many] = [statementForOne(views), statementForMany(views)]
  return async (tokens) => {
    const [ids, jtis] = [tokens.map(({ accountId }) => accountId), tokens.map(({ jti }) => jti)]
    const rows =
      tokens.length === 1
        ? await preparedQuery<CallerRow>(db, `caller of ${views.name}`, one, [ids[0], jtis[0]])
        : await preparedQuery<CallerRow>(db, `callers of ${views.name}`, many, [ids, jtis])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return tokens.map(({ accountId }) => byId.get(accountId))
  }
}

function statementForOne({ callers }: Views): string {
  return `
    select found.*, (select array[jti::text] from quintet.revoked_tokens where jti = $2) as revoked
    from ${callers} found where id = $1`
}

/** In a `select` of their own the arrays do not show their lengths, for which PostgreSQL would plan anew each time. */
function statementForMany({ idType, callers }: Views): string {
  return `
    select found.*, (
      select array_agg(jti::text) from quintet.revoked_tokens where jti = any((select $2::uuid[])::uuid[])
    ) as revoked
    from unnest((select $1::${idType}[])) as input (id) ${joinById(callers)}`
}

function callerOf<Row extends AccountRow>(token: Token, row: CallerRow | undefined): Caller<Row> {
  if (row === undefined) throw domainError('caller-removed')
  const { revoked, rights, kept_token: keptToken, must_enrol: mustEnrol = false, ...account } = row
  if (account.disabled) throw domainError('caller-disabled')
  const ended = account.generation !== token.generation && keptToken !== token.jti
  if (ended || revoked?.includes(token.jti)) throw domainError('token-revoked')
  return { account: account as unknown as Row, token, rights, mustEnrol }
}

export function holdsRight(caller: Caller, right: string): boolean {
  return caller.rights.includes('*') || caller.rights.includes(right)
}
