import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  administratorToken,
  assertRefused,
  BASE,
  FORBIDDEN,
  NOBODY,
  roleWith,
  userOf,
  userWith
} from '../../support/julong.js'
import { useServer } from '../../support/server.js'

const ALL = [
  'audit:read',
  'users:read',
  'users:create',
  'users:update',
  'users:disable',
  'users:remove',
  'users:assign-role',
  'users:remove-second-factor',
  'roles:list',
  'roles:read',
  'roles:create',
  'roles:update',
  'roles:remove',
  'roles:grant',
  'roles:revoke',
  'roles:second-factor',
  'rights:read'
]

describe('julong assignUserRole', () => {
  const server = useServer({ APIS: 'julong' })
  const assign = async (id: number, rid: unknown, token?: string) =>
    server.client.put(`${BASE}/users/${id}/role`, { token: token ?? (await administratorToken(server)), json: { rid } })

  it('assigns a role, a number or a string, and answers it as a string', async () => {
    for (const rid of [30, '30']) {
      const { account } = await userOf(server, -1)
      const { status, body } = await assign(account.id, rid)
      assert.equal(status, 200)
      assert.deepEqual(body, {
        data: { id: account.id, rid: '30', username: account.name, mobile: '', email: '' },
        meta: { message: '设置角色成功', status: 200 }
      })
    }
  })

  it('holds for the very next request of the user', async () => {
    const { account, token } = await userOf(server, -1)
    assertRefused(await server.client.get(`${BASE}/rights/list`, { token }), 403, FORBIDDEN)
    await assign(account.id, await roleWith(server, 'rights:read'))
    assert.equal((await server.client.get(`${BASE}/rights/list`, { token })).status, 200)
    await assign(account.id, await roleWith(server))
    assertRefused(await server.client.get(`${BASE}/rights/list`, { token }), 403, FORBIDDEN)
  })

  it('takes the role away with −1, a number or text', async () => {
    for (const rid of [-1, '-1']) {
      const { account, token } = await userWith(server, 'rights:read')
      const { status, body } = await assign(account.id, rid)
      assert.deepEqual([status, body.data.rid], [200, '-1'])
      assertRefused(await server.client.get(`${BASE}/rights/list`, { token }), 403, FORBIDDEN)
    }
    const administrator = await server.db('julong.accounts').where({ name: 'admin' }).first('id')
    assertRefused(await assign(administrator.id, -1), 403, '不能删除、禁用或降级最后一个超级管理员')
  })

  it('refuses a user or a role that is not there', async () => {
    const { account } = await userOf(server, -1)
    assertRefused(await assign(NOBODY, 30), 404, '用户不存在')
    assertRefused(await assign(account.id, NOBODY), 404, '角色不存在')
  })

  it('refuses what is no role', async () => {
    const tooLarge = [2 ** 53, '9007199254740992', '9007199254740993', 1e308]
    for (const rid of [-2, 1.5, '-2', '007', ' 30 ', '3e1', '', null, true, [30], ...tooLarge]) {
      assertRefused(await assign(1, rid), 422, '请求参数错误')
    }
  })

  it('refuses a role with a right that the caller lacks, for themselves too', async () => {
    const { account, token } = await userWith(server, 'users:assign-role', 'rights:read')
    const { account: other } = await userOf(server, -1)
    const higher = await roleWith(server, 'rights:read', 'users:remove')
    for (const { id } of [account, other]) {
      for (const rid of [higher, 0]) assertRefused(await assign(id, rid, token), 403, FORBIDDEN)
    }
    assert.equal((await assign(other.id, await roleWith(server, 'rights:read'), token)).status, 200)
    assert.equal((await assign(other.id, account.role_id, token)).status, 200)
  })

  it('refuses to take a higher role from a user', async () => {
    const { token } = await userWith(server, 'users:assign-role')
    const lower = await roleWith(server)
    const { account: higher } = await userWith(server, 'users:remove')
    const { account: highest } = await userOf(server, 0)
    for (const { id } of [higher, highest]) {
      for (const rid of [lower, -1]) assertRefused(await assign(id, rid, token), 403, FORBIDDEN)
    }
  })

  it('keeps role 0 out of reach of a role that was granted every right', async () => {
    const { account, token } = await userWith(server, ...ALL)
    const { account: highest } = await userOf(server, 0)
    assertRefused(await assign(account.id, 0, token), 403, FORBIDDEN)
    assertRefused(await assign(highest.id, account.role_id, token), 403, FORBIDDEN)
    assertRefused(await server.client.put(`${BASE}/roles/0`, { token, json: { roleName: 'x' } }), 403, FORBIDDEN)
    const codes = await server.db('julong.rights').whereNotNull('code').pluck('code')
    assert.deepEqual(codes.sort(), [...ALL].sort(), 'ALL is all')
  })

  it('never leaves a user with a role that is removed at the same moment', async () => {
    const token = await administratorToken(server)
    for (let round = 0; round < 8; round += 1) {
      const role = await roleWith(server)
      const { account } = await userOf(server, -1)
      const [assigned, removed] = await Promise.all([
        assign(account.id, role, token),
        server.client.delete(`${BASE}/roles/${role}`, { token })
      ])
      assert.equal(removed.status, 200)
      assert.ok([200, 404].includes(assigned.status), String(assigned.status))
      const { body } = await server.client.get(`${BASE}/users/${account.id}`, { token })
      assert.equal(body.data.role_id, -1)
    }
  })
})
