import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE, FORBIDDEN, NOBODY, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('julong setUserState', () => {
  const server = useServer({ APIS: 'julong' })
  const set = async (id: number | string, type: string, token?: string) =>
    server.client.put(`${BASE}/users/${id}/state/${type}`, { token: token ?? (await administratorToken(server)) })

  it('disables a user, which ends their tokens, and enables them', async () => {
    const { account, token } = await userOf(server, -1)
    const disabled = await set(account.id, 'false')
    assert.equal(disabled.status, 200)
    assert.deepEqual(disabled.body, {
      data: { id: account.id, rid: -1, username: account.name, mobile: '', email: '', mg_state: 0 },
      meta: { message: '设置状态成功', status: 200 }
    })
    assertRefused(await server.client.get(`${BASE}/menus`, { token }), 401, '无效token')
    const enabled = await set(account.id, 'true')
    assert.equal(enabled.body.data.mg_state, 1)
    assertRefused(await server.client.get(`${BASE}/menus`, { token }), 401, '无效token')
    const next = await login(server.client, 'julong', account.name, PASSWORD)
    assert.equal((await server.client.get(`${BASE}/menus`, { token: next })).status, 200)
  })

  it('refuses a user that is not there', async () => {
    assertRefused(await set(NOBODY, 'false'), 404, '用户不存在')
  })

  it('refuses an id or a state that is none', async () => {
    for (const id of ['0', '-1', 'x', '1.0', '007', '9007199254740992']) {
      assertRefused(await set(id, 'true'), 400, '请求参数错误')
    }
    for (const type of ['1', 'TRUE', 'x']) assertRefused(await set(1, type), 400, '请求参数错误')
  })

  it('refuses to disable, or enable, a user of a higher role', async () => {
    const { account: keeper, token } = await userWith(server, 'users:disable')
    const { account: peer } = await userOf(server, keeper.role_id)
    const { account: higher } = await userWith(server, 'users:disable', 'users:remove')
    const { account: highest } = await userOf(server, 0)
    assert.equal((await set(peer.id, 'false', token)).status, 200)
    for (const { id } of [higher, highest]) {
      for (const type of ['false', 'true']) assertRefused(await set(id, type, token), 403, FORBIDDEN)
    }
    const states = await server.db('julong.accounts').whereIn('id', [higher.id, highest.id]).pluck('disabled')
    assert.deepEqual(states, [false, false])
  })
})
