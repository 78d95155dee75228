import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { realmContext } from '../../../src/server/context.js'
import { expiredToken, freshEmail, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('user-login getCurrentUser', () => {
  const server = useServer({ APIS: 'user-login' })
  const me = (token?: string) => server.client.get('/api/users/me', { token })

  it('answers the profile', async () => {
    const token = await login(server.client, 'user-login', 'user@example.com', 'currentpassword')
    const { status, body } = await me(token)
    assert.equal(status, 200)
    assert.deepEqual(body, {
      email: 'user@example.com',
      first_name: 'John',
      last_name: 'Doe',
      phone_number: '13800000000'
    })
  })

  it('answers null where an account has no profile', async () => {
    const name = freshEmail()
    const { token } = await signedUp(server, userLoginRealm, { name })
    const { status, body } = await me(token)
    assert.equal(status, 200)
    assert.deepEqual(body, { email: name, first_name: null, last_name: null, phone_number: null })
  })

  it('reports whether a token is missing, invalid or expired', async () => {
    const { account, token } = await signedUp(server, userLoginRealm)
    await setDisabled(realmContext(server.context, userLoginRealm), account.id, true)
    const expected: [string | undefined, string][] = [
      [undefined, 'Not authenticated'],
      ['x.y.z', 'Token is invalid'],
      [expiredToken(server, userLoginRealm, account), 'Token has expired'],
      [token, 'Token is invalid']
    ]
    for (const [bad, detail] of expected) {
      const { status, headers, body } = await me(bad)
      assert.equal(status, 401, detail)
      assert.equal(headers.get('www-authenticate'), 'Bearer')
      assert.deepEqual(body, { detail })
    }
  })

  it('takes no token without the word Bearer', async () => {
    const { token } = await signedUp(server, userLoginRealm)
    const { status, body } = await server.client.get('/api/users/me', { headers: { authorization: token } })
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
  })
})
