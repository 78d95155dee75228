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

  it('makes an ordinary user, whatever else the body says', async () => {
    const account = { username: freshName(), password: 'yy' }
    const json = { ...account, role: 1, role_id: 1, points: 100, status: 1, disabled: true }
    assert.equal((await server.client.post('/api/auth/register', { json })).status, 201)
    const { status, body } = await server.client.post('/api/auth/login', { json: account })
    assert.equal(status, 200)
    assert.equal(body.role, 0)
    const { points } = await server.db('waste_sorting.users').where({ username: account.username }).first('points')
    assert.equal(points, 0)
  })

  it('gives a name to one of ten requests at once', async () => {
    const json = { username: freshName(), password: 'yy' }
    const register = () => server.client.post('/api/auth/register', { json })
    const answers = await Promise.all(Array.from({ length: 10 }, register))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(9).fill(409)])
  })

  it('refuses a name that differs only in case, width or surrounding space', async () => {
    for (const username of ['usertest', 'UserTest', ' usertest ', 'ｕｓｅｒｔｅｓｔ']) {
      const { status, body } = await server.client.post('/api/auth/register', { json: { username, password: 'yy' } })
      assert.equal(status, 409, username)
      assert.deepEqual(body, { message: '用户名已存在' })
    }
  })

  it('refuses a body that lacks a field or breaks its schema', async () => {
    for (const json of [
      { username: 'xx' },
      { password: 'yy' },
      { username: '', password: 'yy' },
      { username: '\u3000', password: 'yy' },
      { username: 'x'.repeat(65), password: 'yy' },
      { username: freshName(), password: '密'.repeat(25) }
    ]) {
      const { status, body } = await server.client.post('/api/auth/register', { json })
      assert.equal(status, 400, JSON.stringify(json))
      assert.equal(body.message, '请求参数不完整')
    }
  })
})
