import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshEmail } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

const PROFILE = { first_name: '三', last_name: '张', phone_number: '13800138000' }

describe('user-login register', () => {
  const server = useServer({ APIS: 'user-login' })
  const register = (json: unknown) => server.client.post('/api/users/register', { json })
  const newcomer = () => ({ email: freshEmail(), password: 'pw', ...PROFILE })

  it('registers an account with its profile, hashed with argon2i', async () => {
    const account = newcomer()
    const { status, body } = await register(account)
    assert.equal(status, 200)
    assert.deepEqual(body, { message: 'User registered successfully.' })
    const token = await login(server.client, 'user-login', account.email, 'pw')
    const me = await server.client.get('/api/users/me', { token })
    assert.deepEqual(me.body, { email: account.email, ...PROFILE })
    const row = await server.db('user_login.users').where({ email: account.email }).first('hashed_password')
    assert.match(row.hashed_password, /^\$argon2i\$/)
  })

  it('takes a profile of empty strings', async () => {
    assert.equal((await register({ ...newcomer(), first_name: '', last_name: '', phone_number: '' })).status, 200)
  })

  it('stores a number as phone_number as text', async () => {
    const account = { ...newcomer(), phone_number: 13800138000 }
    assert.equal((await register(account)).status, 200)
    const token = await login(server.client, 'user-login', account.email, 'pw')
    assert.equal((await server.client.get('/api/users/me', { token })).body.phone_number, '13800138000')
  })

  it('refuses a registered email in any case, also when two come at once, and leaves no half account', async () => {
    const { status, body } = await register({ ...newcomer(), email: 'USER@example.com' })
    assert.equal(status, 400)
    assert.deepEqual(body, { detail: 'Email already registered' })
    const account = newcomer()
    const answers = await Promise.all([register(account), register(account)])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 400])
    const orphans = await server.db('user_login.accounts').whereNull('first_name')
    assert.deepEqual(orphans, [])
  })

  it('writes account and profile together or not at all', async () => {
    const account = newcomer()
    await server.db.raw('alter table user_login.user_info rename to user_info_away')
    assert.equal((await register(account)).status, 500)
    await server.db.raw('alter table user_login.user_info_away rename to user_info')
    assert.equal((await register(account)).status, 200)
  })

  it('names every field that is missing', async () => {
    const { status, body } = await register({})
    assert.equal(status, 422)
    const fields = ['email', 'password', 'first_name', 'last_name', 'phone_number']
    assert.deepEqual(body, {
      detail: fields.map((field) => ({ loc: ['body', field], msg: 'Field required', type: 'missing' }))
    })
  })

  it('reports one error for each invalid field', async () => {
    const { status, body } = await register({
      email: 'nobody',
      password: '',
      first_name: 'x'.repeat(65),
      last_name: null,
      phone_number: '1\0'
    })
    assert.equal(status, 422)
    const issues = new Map(body.detail.map(({ loc, ...words }: { loc: string[] }) => [loc.join('.'), words]))
    assert.equal(issues.size, body.detail.length)
    assert.deepEqual(Object.fromEntries(issues), {
      'body.email': { msg: 'value is not a valid email address', type: 'value_error' },
      'body.password': { msg: 'String should have at least 1 character', type: 'string_too_short' },
      'body.first_name': { msg: 'String should have at most 64 characters', type: 'string_too_long' },
      'body.last_name': { msg: 'Input should be a valid string', type: 'string_type' },
      'body.phone_number': {
        msg: 'Input should be a valid string, unable to parse raw data as a unicode string',
        type: 'string_unicode'
      }
    })
  })

  it('refuses a body that is no object with 422 and one that cannot be parsed with 400', async () => {
    const listed = await register([])
    assert.equal(listed.status, 422)
    assert.deepEqual(listed.body.detail[0].loc, ['body'])
    assert.equal(listed.body.detail[0].type, 'model_attributes_type')
    const headers = { 'content-type': 'application/json' }
    const broken = await server.client.post('/api/users/register', { raw: '{', headers })
    assert.equal(broken.status, 400)
    assert.deepEqual(broken.body, { detail: 'There was an error parsing the body' })
  })
})
