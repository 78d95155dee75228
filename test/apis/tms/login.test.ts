import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { useServer } from '../../support/server.js'

const PASSWORD = 'zhou0914.'

describe('tms login', () => {
  const server = useServer({ APIS: 'tms' })

  it('answers with the username and a token, with and without its scheme', async () => {
    const form = { username: '32088', password: PASSWORD }
    const { status, body } = await server.client.post('/tms/login', { form })
    assert.equal(status, 200)
    const { access_token: token } = body.data
    assert.deepEqual(body, {
      code: 200,
      message: '登录成功',
      data: { username: '32088', token: `bearer ${token}`, access_token: token }
    })
    const me = await server.client.get('/tms/user/me', { headers: { authorization: body.data.token } })
    assert.equal(me.body.data.username, '32088')
  })

  it('gives a token of 24 hours whose subject is the username', async () => {
    const { body } = await server.client.post('/tms/login', { form: { username: '32088', password: PASSWORD } })
    const claims = JSON.parse(Buffer.from(body.data.access_token.split('.')[1], 'base64url').toString())
    assert.equal(claims.sub, '32088')
    assert.equal(claims.exp - claims.iat, 86_400)
  })

  it('answers differently for an unknown username and a wrong password', async () => {
    const unknown = await server.client.post('/tms/login', { form: { username: '320884', password: PASSWORD } })
    assert.equal(unknown.status, 400)
    assert.deepEqual(unknown.body, { code: 400, message: '用户名不存在', data: { username: '320884' } })
    const wrong = await server.client.post('/tms/login', { form: { username: '32088', password: 'zhou0914' } })
    assert.equal(wrong.status, 400)
    assert.deepEqual(wrong.body, { code: 400, message: '用户密码错误', data: { username: '32088' } })
  })

  it('accepts only a form', async () => {
    const json = await server.client.post('/tms/login', { json: { username: '32088', password: PASSWORD } })
    assert.equal(json.status, 415)
    assert.deepEqual(json.body, { code: 415, message: '不支持的媒体类型', data: null })
  })

  it('names the field that is missing', async () => {
    const { status, body } = await server.client.post('/tms/login', { form: { username: '32088' } })
    assert.equal(status, 422)
    const errors = [{ path: 'password', message: '密码不能为空' }]
    assert.deepEqual(body, { code: 422, message: '请求参数错误', data: { errors } })
  })

  it('refuses the right password of a disabled account', async () => {
    await server.db('tms.users').where({ username: '21089' }).update({ disabled: true })
    const { status, body } = await server.client.post('/tms/login', { form: { username: '21089', password: PASSWORD } })
    assert.equal(status, 400)
    assert.deepEqual(body, { code: 400, message: '用户已被禁用', data: null })
  })
})

describe('tms login that hides accounts', () => {
  const server = useServer({ APIS: 'tms', HIDE_ACCOUNTS: '1' })

  it('answers alike for an unknown username and a wrong password', async () => {
    for (const username of ['320884', '32088']) {
      const { status, body } = await server.client.post('/tms/login', { form: { username, password: 'wrong' } })
      assert.equal(status, 400)
      assert.deepEqual(body, { code: 400, message: '用户密码错误', data: { username } })
    }
  })
})
