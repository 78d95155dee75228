import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, NOBODY, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong getUser', () => {
  const server = useServer({ APIS: 'julong' })

  it('answers a user as the document prints it', async () => {
    const { account, token } = await userWith(server, 'users:read')
    const { status, body } = await server.client.get(`${BASE}/users/${account.id}`, { token })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: { id: account.id, username: account.name, role_id: account.role_id, mobile: '', email: '' },
      meta: { message: '查询成功', status: 200 }
    })
  })

  it('refuses a user that is not there, and an id that is none', async () => {
    const token = await administratorToken(server)
    assertRefused(await server.client.get(`${BASE}/users/${NOBODY}`, { token }), 404, '用户不存在')
    assertRefused(await server.client.get(`${BASE}/users/x`, { token }), 400, '请求参数错误')
  })
})
