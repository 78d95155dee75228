import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { assertRefused, BASE } from '../../support/julong.js'
import { startServer, useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('julong registerUser', () => {
  const server = useServer({ APIS: 'julong' })
  const register = (json: unknown) => server.client.post(`${BASE}/register`, { json })

  it('answers as the document prints it, the password hidden', async () => {
    const { status, body } = await register({ user: '123', password: '123456' })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: { userName: '123', password: '******' },
      meta: { message: '注册成功', status: 200 }
    })
  })

  it('registers a user that may log in and has no menus', async () => {
    const user = freshName()
    await register({ user, password: 'x', rid: 0, role_id: 0 })
    const token = await login(server.client, 'julong', user, 'x')
    const { body } = await server.client.get(`${BASE}/menus`, { token })
    assert.deepEqual(body.data, [])
  })

  it('refuses a name that is taken', async () => {
    assertRefused(await register({ user: 'Admin', password: 'x' }), 422, '用户名已存在')
  })

  it('refuses a body that breaks its schema', async () => {
    assertRefused(await register({ userName: 'x', password: 'x' }), 422, '请求参数错误')
  })

  it('counts registrations of an address', async () => {
    const limited = await startServer({ APIS: 'julong', REGISTRATIONS_PER_ADDRESS: '1' })
    try {
      const again = () => limited.client.post(`${BASE}/register`, { json: { user: freshName(), password: 'x' } })
      assert.equal((await again()).status, 200)
      const answer = await again()
      assertRefused(answer, 429, '请求过于频繁，请稍后再试')
      assert.ok(Number(answer.headers.get('retry-after')) > 0)
    } finally {
      await limited.stop()
    }
  })
})
