import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshEmail } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

/** What any operation may meet, each in the error body of this API. */
describe('user-login problems', () => {
  const server = useServer({ APIS: 'user-login', LOGIN_FAILURES: '1' })
  const login = (json: unknown) => server.client.post('/api/users/login', { json })

  it('answers an unknown path with 404 and another method with 405', async () => {
    const unknown = await server.client.get('/api/users/nothing')
    assert.equal(unknown.status, 404)
    assert.deepEqual(unknown.body, { detail: 'Not Found' })
    const method = await server.client.request('PATCH', '/api/users/login')
    assert.equal(method.status, 405)
    assert.equal(method.headers.get('allow'), 'OPTIONS, POST')
    assert.deepEqual(method.body, { detail: 'Method Not Allowed' })
  })

  it('answers broken percent-encoding with 400', async () => {
    const { status, body } = await server.client.get('/api/users/%ZZ')
    assert.equal(status, 400)
    assert.deepEqual(body, { detail: 'Bad Request' })
  })

  it('answers a body that is too large with 413 and one of another media type with 415', async () => {
    const large = await login({ email: 'x'.repeat(101 * 1024) })
    assert.equal(large.status, 413)
    assert.deepEqual(large.body, { detail: 'Request body too large' })
    const form = await server.client.post('/api/users/login', { form: { email: 'x', password: 'x' } })
    assert.equal(form.status, 415)
    assert.deepEqual(form.body, { detail: 'Unsupported media type' })
  })

  it('answers too many failures with 429', async () => {
    const credentials = { email: 'nobody', password: 'wrong' }
    assert.equal((await login(credentials)).status, 400)
    const { status, headers, body } = await login(credentials)
    assert.equal(status, 429)
    assert.ok(Number(headers.get('retry-after')) > 0)
    assert.deepEqual(body, { detail: 'Too many requests' })
  })

  it('answers an internal error with 500 and a database that is shutting down with 503', async () => {
    const profile = { first_name: '三', last_name: '张', phone_number: '13800138000' }
    const create = () =>
      server.client.post('/api/users/register', { json: { email: freshEmail(), password: 'pw', ...profile } })
    const fail = (code: string) =>
      server.db.raw(`
        create or replace function fail() returns trigger language plpgsql as
          $$ begin raise exception 'told to no one' using errcode = '${code}'; end $$;
        create or replace trigger fail before insert on user_login.user_info execute function fail()`)
    await fail('XX000')
    const fault = await create()
    assert.equal(fault.status, 500)
    assert.deepEqual(fault.body, { detail: 'Internal server error' })
    await fail('57P03')
    const away = await create()
    assert.equal(away.status, 503)
    assert.equal(away.headers.get('retry-after'), '1')
    assert.deepEqual(away.body, { detail: 'Service unavailable' })
  })
})
