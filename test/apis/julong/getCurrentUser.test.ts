import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong getCurrentUser', () => {
  const server = useServer({ APIS: 'julong' })
  const me = (token?: string, query = '') => server.client.get(`${BASE}/me${query}`, { token })

  it('answers a super administrator with every right there is', async () => {
    const token = await administratorToken(server)
    const { status, body } = await me(token)
    assert.equal(status, 200)
    const rights = (await server.client.get(`${BASE}/rights/list`, { token })).body.data
    assert.ok(rights.length > 20)
    assert.deepEqual(body, {
      data: {
        id: 1,
        username: 'admin',
        role_id: 0,
        mobile: '123',
        email: '1371446705@qq.com',
        role_name: '超级管理员',
        rights
      },
      meta: { message: '查询成功', status: 200 }
    })
  })

  it('answers others with the rights that their role holds by now', async () => {
    const { account, token } = await userWith(server, 'users:create')
    const { data } = (await me(token)).body
    assert.deepEqual([data.username, data.role_id, data.role_name], [account.name, account.role_id, account.role_name])
    assert.deepEqual(data.rights, [
      { id: 125, authName: '用户管理', level: '0', pid: 0, path: 'users' },
      { id: 110, authName: '用户列表', level: '1', pid: 125, path: 'users' },
      { id: 131, authName: '添加用户', level: '2', pid: 110, path: 'users' }
    ])
    const administrator = await administratorToken(server)
    await server.client.delete(`${BASE}/roles/${account.role_id}/rights/131`, { token: administrator })
    const ids = (await me(token)).body.data.rights.map(({ id }: { id: number }) => id)
    assert.deepEqual(ids, [125, 110])
  })

  it('answers a user without a role, who has no rights', async () => {
    const { account, token } = await userOf(server, -1)
    const expected = { id: account.id, username: account.name, role_id: -1, mobile: '', email: '' }
    assert.deepEqual((await me(token)).body.data, { ...expected, role_name: '', rights: [] })
  })

  it('refuses a request without a token, and an unknown parameter', async () => {
    assertRefused(await me(), 401, '无效token')
    assertRefused(await me(await administratorToken(server), '?id=1'), 400, '请求参数错误')
  })
})
