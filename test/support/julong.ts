import assert from 'node:assert/strict'
import { createAccount } from '../../src/accounts/register.js'
import { julongRealm, type JulongAccount } from '../../src/realms/julong.js'
import { realmContext } from '../../src/server/context.js'
import { signToken } from '../../src/tokens/token.js'
import { freshName, PASSWORD } from './accounts.js'
import type { Answer } from './client.js'
import type { TestServer } from './server.js'
import { login } from './sessions.js'

export const BASE = '/api/private/v1'
export const FORBIDDEN = '没有访问权限'

/** An id that nothing has. */
export const NOBODY = 2_147_483_648

export interface User {
  account: JulongAccount
  token: string
}

const administratorTokens = new WeakMap<TestServer, Promise<string>>()

/** A token of the sample administrator, role 0. */
export function administratorToken(server: TestServer): Promise<string> {
  const token = administratorTokens.get(server) ?? login(server.client, 'julong', 'admin', '123456')
  administratorTokens.set(server, token)
  return token
}

/** A new role with the rights of these codes and those above them. */
export async function roleWith(server: TestServer, ...codes: string[]): Promise<number> {
  const token = await administratorToken(server)
  const created = await server.client.post(`${BASE}/roles`, { token, json: { roleName: freshName('role') } })
  const id: number = created.body.data.roleId
  if (codes.length === 0) return id
  const rights = await server.db('julong.rights').whereIn('code', codes).pluck('id')
  const granted = await server.client.post(`${BASE}/roles/${id}/rights`, { token, json: { rids: rights.join(',') } })
  assert.equal(granted.status, 200)
  return id
}

/** A new role that holds the rights whose code is wanted, and not those above them. */
export async function roleWithRights({ db }: TestServer, wanted: (code: string) => boolean): Promise<number> {
  const rights: { id: number; code: string }[] = await db('julong.rights').whereNotNull('code').select('id', 'code')
  const [role] = await db('julong.roles')
    .insert({ name: freshName('role') })
    .returning('id')
  const granted = rights.filter(({ code }) => wanted(code)).map(({ id }) => ({ role_id: role.id, right_id: id }))
  if (granted.length > 0) await db('julong.role_rights').insert(granted)
  return role.id
}

/** A new user of this role, with `PASSWORD` and a token. */
export async function userOf(server: Pick<TestServer, 'context'>, roleId: number, name = freshName()): Promise<User> {
  const context = realmContext(server.context, julongRealm)
  const values = { role_id: roleId }
  const account = await createAccount(context, { name, password: PASSWORD, values })
  return { account, token: signToken(julongRealm, context.keys, account) }
}

/** A new user whose role, a new one, holds the rights of these codes. */
export async function userWith(server: TestServer, ...codes: string[]): Promise<User> {
  return userOf(server, await roleWith(server, ...codes))
}

/** `http` is the status that HTTP shows, where that is another than the body's. */
export function assertRefused(answer: Answer, status: number, message: string, http = status): void {
  const { errors: _, ...meta } = answer.body.meta
  assert.deepEqual({ ...answer.body, meta }, { data: null, meta: { message, status } })
  assert.equal(answer.status, http)
}
