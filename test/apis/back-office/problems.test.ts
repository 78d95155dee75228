import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { freshName, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

/** What any operation may meet, each in the error body of this API. */
describe('back-office problems', () => {
  const server = useServer({ APIS: 'back-office', LOGIN_FAILURES: '1' })
  const login = (json: unknown) => server.client.post('/admin/login', { json })

  it('answers an unknown path with 404 and another method with 405', async () => {
    const unknown = await server.client.get('/admin/nothing')
    assert.equal(unknown.status, 404)
    assert.deepEqual(unknown.body, { message: '请求的地址不存在' })
    const method = await server.client.request('PATCH', '/admin/login')
    assert.equal(method.status, 405)
    assert.equal(method.headers.get('allow'), 'OPTIONS, POST')
    assert.deepEqual(method.body, { message: '请求方法不被允许' })
  })

  it('answers broken percent-encoding with 400', async () => {
    const { status, body } = await server.client.get('/admin/%ZZ')
    assert.equal(status, 400)
    assert.equal(body.message, '请求参数错误')
  })

  it('answers a body that is too large with 413 and one of another media type with 415', async () => {
    const large = await login({ name: 'x'.repeat(101 * 1024) })
    assert.equal(large.status, 413)
    assert.deepEqual(large.body, { message: '请求体过大' })
    const form = await server.client.post('/admin/login', { form: { name: 'x', password: 'x' } })
    assert.equal(form.status, 415)
    assert.deepEqual(form.body, { message: '不支持的媒体类型' })
  })

  it('answers too many failures with 429', async () => {
    const credentials = { name: 'nobody', password: 'wrong' }
    assert.equal((await login(credentials)).status, 400)
    const { status, headers, body } = await login(credentials)
    assert.equal(status, 429)
    assert.ok(Number(headers.get('retry-after')) > 0)
    assert.deepEqual(body, { message: '请求过于频繁，请稍后再试' })
  })

  it('answers an internal error with 500 and a database that is shutting down with 503', async () => {
    const { token } = await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })
    const create = () => server.client.post('/admin/admins', { token, json: { name: freshName(), password: 'pw' } })
    const fail = (code: string) =>
      server.db.raw(`
        create or replace function fail() returns trigger language plpgsql as
          $$ begin raise exception 'told to no one' using errcode = '${code}'; end $$;
        create or replace trigger fail before insert on back_office.admins execute function fail()`)
    await fail('XX000')
    const fault = await create()
    assert.equal(fault.status, 500)
    assert.deepEqual(fault.body, { message: '服务器内部错误' })
    await fail('57P03')
    const away = await create()
    assert.equal(away.status, 503)
    assert.equal(away.headers.get('retry-after'), '1')
    assert.deepEqual(away.body, { message: '服务暂时不可用，请稍后再试' })
  })
})
