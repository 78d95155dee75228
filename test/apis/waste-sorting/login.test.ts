import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import jwt from 'jsonwebtoken'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

const PATH = '/api/auth/login'

describe('waste-sorting login', () => {
  const server = useServer({ APIS: 'waste-sorting' })

  it('answers the role and a token that lives 24 hours', async () => {
    for (const [name, role] of [
      ['admintest', 1],
      ['usertest', 0]
    ] as const) {
      const { status, body } = await server.client.post(PATH, { json: { username: name, password: name } })
      assert.equal(status, 200)
      const { token, ...rest } = body
      assert.deepEqual(rest, { message: '登录成功', role })
      const { aud, iat, exp, jti } = jwt.decode(token) as { aud: string; iat: number; exp: number; jti: string }
      assert.equal(aud, 'waste-sorting')
      assert.equal(exp - iat, 24 * 60 * 60)
      assert.match(jti, /^[0-9a-f-]{36}$/)
    }
  })

  it('takes the name in another case, Unicode form and with space around it', async () => {
    for (const username of ['USERTEST', ' usertest ', 'ｕｓｅｒｔｅｓｔ']) {
      const { status } = await server.client.post(PATH, { json: { username, password: 'usertest' } })
      assert.equal(status, 200, username)
    }
  })

  it('refuses an unknown name and a wrong password alike', async () => {
    for (const json of [
      { username: 'nobody', password: 'usertest' },
      { username: 'usertest', password: 'wrong' },
      { username: 'usertest', password: 'USERTEST' }
    ]) {
      const { status, body } = await server.client.post(PATH, { json })
      assert.equal(status, 401)
      assert.deepEqual(body, { message: '用户名或密码错误' })
    }
  })

  it('reveals a ban only with the right password', async () => {
    const { account } = await signedUp(server, wasteSortingRealm)
    const token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
    await server.client.put(`/api/admin/users/${account.id}/status`, { token, json: { status: 1 } })
    const right = await server.client.post(PATH, { json: { username: account.name, password: PASSWORD } })
    assert.equal(right.status, 403)
    assert.deepEqual(right.body, { message: '该账户已被封禁，请联系管理员' })
    const wrong = await server.client.post(PATH, { json: { username: account.name, password: 'wrong' } })
    assert.equal(wrong.status, 401)
    assert.deepEqual(wrong.body, { message: '用户名或密码错误' })
  })

  it('refuses a body that lacks a field, breaks its schema or cannot be parsed', async () => {
    const headers = { 'content-type': 'application/json' }
    const answers = await Promise.all([
      server.client.post(PATH, { json: { username: 'usertest' } }),
      server.client.post(PATH, { json: { username: 'usertest', password: 1 } }),
      server.client.post(PATH, { json: { username: 'usertest', password: 'x'.repeat(73) } }),
      server.client.post(PATH, { json: [] }),
      server.client.post(PATH, { raw: '{"username":', headers }),
      server.client.post(PATH)
    ])
    for (const { status, body } of answers) {
      assert.equal(status, 400)
      assert.equal(body.message, '请求参数不完整')
    }
  })
})
