import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { canonicalName } from '../../../src/realms/names.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import type { AuditEvent } from '../../../src/audit/entries.js'
import type { CaseRequest } from '../../contract/case.js'
import type { Target } from '../../apis/traits.js'
import { claimsOf } from './craft.js'
import type { ApiOperation } from './operations.js'

/** Of an account or role, as the audit trail names it. */
export interface Named {
  id: string | null
  name: string | null
}

export const NOBODY: Named = { id: null, name: null }

/** What the request with this id left in the trail. */
export async function trailOf(db: Knex, requestId: string): Promise<AuditEvent[]> {
  return db('audit.events').where({ request_id: requestId }).orderBy('id')
}

/** An entry without its own id and time. */
export function shown(event: AuditEvent): object {
  const { realm, action, result, address } = event
  const actor = { id: event.actor_id, name: event.actor_name }
  return { realm, action, result, address, actor, target: { id: event.target_id, name: event.target_name } }
}

/** The account that a token names. */
export async function callerOf(db: Knex, api: RealmName, { token }: CaseRequest): Promise<Named> {
  return token === undefined ? NOBODY : accountWith(db, api, { id: claimsOf(token)[realmNamed(api).idClaim] })
}

export async function targetOf(
  db: Knex,
  operation: ApiOperation,
  request: CaseRequest,
  target: Target
): Promise<Named> {
  const [id] = Object.values({ ...examplePath(operation), ...request.path })
  const body = bodyOf(operation, request)
  switch (target) {
    case 'caller':
      return callerOf(db, operation.api, request)
    case 'path account':
      return accountWith(db, operation.api, { id })
    case 'path session':
      return sessionAccount(db, operation.api, id)
    case 'named account':
      return accountWith(db, operation.api, { canonical_name: canonicalName(loginName(body)) })
    case 'path role':
      return roleWith(db, operation.api, { id })
    case 'named role':
      return roleWith(db, operation.api, { name: body.roleName })
  }
}

/** The login name in the body, under the name that the API has for it. */
export function loginName(body: Record<string, unknown>): string {
  const { username, userName, user, email, name } = body
  return String(username ?? userName ?? user ?? name ?? email)
}

export function bodyOf(operation: ApiOperation, request: CaseRequest): Record<string, unknown> {
  return (request.body ?? operation.body?.example ?? {}) as Record<string, unknown>
}

function examplePath({ parameters }: ApiOperation): Record<string, unknown> {
  return Object.fromEntries(parameters.filter((p) => p.in === 'path').map(({ name, example }) => [name, example]))
}

async function accountWith(db: Knex, api: RealmName, where: object): Promise<Named> {
  const { table, columns } = realmNamed(api)
  return named(await db(table).where(where).first('id', { name: columns.name }))
}

async function sessionAccount(db: Knex, api: RealmName, id: unknown): Promise<Named> {
  const { account_id: accountId } = await db('quintet.sessions').where({ id }).first('account_id')
  return accountWith(db, api, { id: accountId })
}

async function roleWith(db: Knex, api: RealmName, where: object): Promise<Named> {
  const { roles } = realmNamed(api)
  assert.ok(roles !== undefined && 'table' in roles)
  return named(await db(roles.table).where(where).orderBy('id', 'desc').first('id', 'name'))
}

function named(row: { id: string | number; name: string } | undefined): Named {
  assert.ok(row !== undefined)
  return { id: String(row.id), name: row.name }
}
