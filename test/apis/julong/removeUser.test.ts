import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, FORBIDDEN, NOBODY, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong removeUser', () => {
  const server = useServer({ APIS: 'julong' })
  const remove = async (id: number, token?: string) =>
    server.client.delete(`${BASE}/users/${id}`, { token: token ?? (await administratorToken(server)) })

  it('removes a user: no operation finds them, their tokens end, their name is free', async () => {
    const { account, token } = await userOf(server, -1)
    const { status, body } = await remove(account.id)
    assert.equal(status, 200)
    assert.deepEqual(body, { data: null, meta: { message: '删除成功', status: 200 } })

    assertRefused(await server.client.get(`${BASE}/menus`, { token }), 401, '无效token')
    const administrator = await administratorToken(server)
    assertRefused(await server.client.get(`${BASE}/users/${account.id}`, { token: administrator }), 404, '用户不存在')
    const json = { user: account.name, password: 'x' }
    assert.equal((await server.client.post(`${BASE}/register`, { json })).status, 200)
  })

  it('keeps the row of a removed user', async () => {
    const { account } = await userOf(server, -1)
    await remove(account.id)
    const row = await server.db('julong.users').where({ id: account.id }).first('username', 'removed_at')
    assert.equal(row.username, account.name)
    assert.notEqual(row.removed_at, null)
  })

  it('refuses a user that is not there, or no longer', async () => {
    assertRefused(await remove(NOBODY), 404, '用户不存在')
    const { account } = await userOf(server, -1)
    await remove(account.id)
    assertRefused(await remove(account.id), 404, '用户不存在')
  })

  it('refuses a user of a higher role', async () => {
    const { token } = await userWith(server, 'users:remove')
    const { account: higher } = await userWith(server, 'rights:read')
    const { account: highest } = await userOf(server, 0)
    const { account: lower } = await userOf(server, -1)
    assert.equal((await remove(lower.id, token)).status, 200)
    for (const { id } of [higher, highest]) assertRefused(await remove(id, token), 403, FORBIDDEN)
  })
})
