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

describe('julong removeRole', () => {
  const server = useServer({ APIS: 'julong' })
  const remove = async (id: number, token?: string) =>
    server.client.delete(`${BASE}/roles/${id}`, { token: token ?? (await administratorToken(server)) })

  it('leaves the accounts of the role without one', async () => {
    const { account, token } = await userWith(server, 'users:read')
    const { status, body } = await remove(account.role_id)
    assert.equal(status, 200)
    assert.deepEqual(body, { data: null, meta: { message: '删除成功', status: 200 } })

    assertRefused(await server.client.get(`${BASE}/users/${account.id}`, { token }), 403, FORBIDDEN)
    const administrator = await administratorToken(server)
    const user = await server.client.get(`${BASE}/users/${account.id}`, { token: administrator })
    assert.equal(user.body.data.role_id, -1)
    assertRefused(
      await server.client.get(`${BASE}/roles/${account.role_id}`, { token: administrator }),
      404,
      '角色不存在'
    )
  })

  it('removes a role that only a removed account has', async () => {
    const { account } = await userWith(server)
    const token = await administratorToken(server)
    await server.client.delete(`${BASE}/users/${account.id}`, { token })
    assert.equal((await remove(account.role_id)).status, 200)
  })

  it('refuses a role that is not there, or no longer', async () => {
    assertRefused(await remove(NOBODY), 404, '角色不存在')
    const id = await roleWith(server)
    const statuses = (await Promise.all([remove(id), remove(id)])).map(({ status }) => status)
    assert.deepEqual(statuses.sort(), [200, 404])
  })

  it('refuses role 0', async () => {
    assertRefused(await remove(0), 403, '不能删除超级管理员角色或更改其权限')
  })

  it('refuses a role with a right that the caller lacks', async () => {
    const { token } = await userWith(server, 'roles:remove')
    const { account: higher } = await userWith(server, 'users:remove')
    assertRefused(await remove(higher.role_id, token), 403, FORBIDDEN)
    assertRefused(await remove(0, token), 403, FORBIDDEN)
    assert.equal((await remove(await roleWith(server), token)).status, 200)
    const { account } = await userOf(server, higher.role_id)
    assert.equal(account.role_id, higher.role_id)
  })
})
