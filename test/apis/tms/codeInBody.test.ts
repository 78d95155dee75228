import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

/** What the front end of the document's own author sends, and what its pages read: `code`, `message` and `data`. */
describe('tms with TMS_STATUS=body', () => {
  const server = useServer({ APIS: 'tms,julong', TMS_STATUS: 'body' })
  const password = 'zhou0914.'
  const logIn = async (username: string, given = password) => {
    const answer = await server.client.post('/tms/login', { form: { username, password: given } })
    assert.equal(answer.status, 200)
    return answer.body
  }

  it('shows an unknown name, a wrong password and a taken name with HTTP 200', async () => {
    const unknown = await logIn(freshName())
    assert.deepEqual([unknown.code, unknown.message], [400, '用户名不存在'])
    const wrong = await logIn('32088', 'wrong0914')
    assert.deepEqual([wrong.code, wrong.message], [400, '用户密码错误'])
    const json = { username: '32088', password, nickname: '', gender: '男', telephone: '' }
    const taken = await server.client.post('/tms/register', { json })
    assert.deepEqual([taken.status, taken.body.code, taken.body.message], [200, 400, '用户名已存在'])
    const missing = await server.client.get('/tms/nowhere')
    assert.deepEqual([missing.status, missing.body.code], [200, 404])
  })

  it('is used from registration over login to the change of the own data', async () => {
    const username = freshName()
    const json = { username, password, nickname: '会飞的人', gender: '女', telephone: '' }
    const registered = await server.client.post('/tms/register', { json })
    assert.deepEqual([registered.status, registered.body.code, registered.body.message], [200, 200, '注册成功'])
    const { code, message, data } = await logIn(username)
    assert.deepEqual([code, message], [200, '登录成功'])
    const token: string = data.access_token
    assert.equal((await server.client.get('/tms/user/me', { token })).body.data.username, username)
    const change = { nickname: '会飞的神', gender: '男', telephone: '150652189936' }
    const changed = await server.client.put('/tms/user/update', { token, json: change })
    assert.deepEqual([changed.status, changed.body.code], [200, 200])
    const refused = await server.client.put('/tms/user/update', { token, json: { gender: 'male' } })
    assert.deepEqual([refused.status, refused.body.code], [200, 422])
    const { body } = await server.client.get('/tms/user/list', { token })
    assert.ok(body.data.users.some((user: { nickname: string }) => user.nickname === change.nickname))
  })

  it('leaves 401 and the other APIs as they are', async () => {
    assert.equal((await server.client.get('/tms/user/me')).status, 401)
    assert.equal((await server.client.get('/api/private/v1/menus')).status, 401)
  })
})
