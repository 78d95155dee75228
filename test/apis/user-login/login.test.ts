import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { realmContext } from '../../../src/server/context.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('user-login login', () => {
  const server = useServer({ APIS: 'user-login' })
  const login = (json: unknown) => server.client.post('/api/users/login', { json })

  it('answers a token of three hours, in minutes', async () => {
    const { status, body } = await login({ email: 'user@example.com', password: 'currentpassword' })
    assert.equal(status, 200)
    const { access_token: token, ...rest } = body
    assert.deepEqual(rest, { token_type: 'bearer', expires_in: 180 })
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
    assert.equal(claims.exp - claims.iat, 180 * 60)
  })

  it('refuses an unknown email, one that is none, and a wrong password alike', async () => {
    for (const email of ['user@example.com', 'unknown@example.com', 'no email']) {
      const { status, body } = await login({ email, password: 'wrong' })
      assert.equal(status, 400)
      assert.deepEqual(body, { detail: 'Incorrect email or password' })
    }
  })

  it('takes the longest email that it may be, and records the attempt', async () => {
    // Nothing in it repeats, so that no index can compress it.
    const email = Array.from({ length: 2_048 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7_919) % 20_000)))
    const { status } = await login({ email: email.join(''), password: 'wrong' })
    assert.equal(status, 400)
    const entries = await server.db('audit.events').where({ target_name: email.join('') })
    assert.equal(entries.length, 1)
  })

  it('reveals a disabled account only with the right password', async () => {
    const { account } = await signedUp(server, userLoginRealm)
    await setDisabled(realmContext(server.context, userLoginRealm), account.id, true)
    const right = await login({ email: account.name, password: PASSWORD })
    assert.equal(right.status, 403)
    assert.deepEqual(right.body, { detail: 'User is disabled' })
    assert.equal((await login({ email: account.name, password: 'wrong' })).status, 400)
  })

  it('reports one error for an invalid field', async () => {
    const { status, body } = await login({ email: '' })
    assert.equal(status, 422)
    const missing = { loc: ['body', 'password'], msg: 'Field required', type: 'missing' }
    const short = { loc: ['body', 'email'], msg: 'String should have at least 1 character', type: 'string_too_short' }
    assert.deepEqual(new Set(body.detail), new Set([missing, short]))
  })
})
