import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { PASSWORD, freshName, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office login', () => {
  const server = useServer({ APIS: 'back-office' })
  const login = (json: unknown) => server.client.post('/admin/login', { json })

  it('answers a bare JSON string: a token of one hour that names the account', async () => {
    const { status, headers, body } = await login({ name: 'auroralorigin', password: '123456' })
    assert.equal(status, 200)
    assert.match(headers.get('content-type')!, /^application\/json/)
    assert.equal(typeof body, 'string')
    const claims = JSON.parse(Buffer.from(body.split('.')[1], 'base64url').toString())
    assert.match(claims._id, /^[0-9a-f]{24}$/)
    assert.equal(claims.exp - claims.iat, 3600)
  })

  it('answers a token that holds with and without the word Bearer', async () => {
    const { body: token } = await login({ name: ' AURORALorigin ', password: '123456' })
    for (const authorization of [token, `Bearer ${token}`, `bearer ${token}`]) {
      assert.equal((await server.client.get('/admin/roles', { headers: { authorization } })).status, 200)
    }
  })

  it('refuses an unknown name and a wrong password alike', async () => {
    for (const name of ['auroralorigin', freshName()]) {
      const { status, body } = await login({ name, password: 'wrong' })
      assert.equal(status, 400)
      assert.deepEqual(body, { message: '用户名或密码错误' })
    }
  })

  it('reveals a disabled account only with the right password', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
    const right = await login({ name: account.name, password: PASSWORD })
    assert.equal(right.status, 403)
    assert.deepEqual(right.body, { message: '该管理员已被禁用' })
    assert.equal((await login({ name: account.name, password: 'wrong' })).status, 400)
  })

  it('refuses what breaks the schema with 422 and what cannot be read with 400', async () => {
    for (const json of [{}, null, [], { name: 'x' }, { name: ' ', password: 'x' }, { name: 'x', password: 1 }]) {
      const { status, body } = await login(json)
      assert.equal(status, 422, JSON.stringify(json))
      assert.equal(body.message, '请求参数错误')
    }
    const { status, body } = await server.client.post('/admin/login', {
      raw: '{"name":',
      headers: { 'content-type': 'application/json' }
    })
    assert.equal(status, 400)
    assert.equal(body.message, '请求参数错误')
  })
})
