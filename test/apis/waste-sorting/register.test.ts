import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting register', () => {
  const server = useServer({ APIS: 'waste-sorting' })

  it('registers an account that can log in', async () => {
    const account = { username: freshName(), password: 'yy' }
    const { status, body } = await server.client.post('/api/auth/register', { json: account })
    assert.equal(status, 201)
    assert.deepEqual(body, { message: '用户注册成功' })
    assert.equal((await server.client.post('/api/auth/login', { json: account })).status, 200)
  })

  it('refuses a name that differs only in case, width or surrounding space', async () => {
    for (const username of ['usertest', 'UserTest', ' usertest ', 'ｕｓｅｒｔｅｓｔ']) {
      const { status, body } = await server.client.post('/api/auth/register', { json: { username, password: 'yy' } })
      assert.equal(status, 409, username)
      assert.deepEqual(body, { message: '用户名已存在' })
    }
  })

  it('refuses a body that lacks a field', async () => {
    const { status, body } = await server.client.post('/api/auth/register', { json: { username: 'xx' } })
    assert.equal(status, 400)
    assert.deepEqual(body, { message: '请求参数不完整' })
  })
})
