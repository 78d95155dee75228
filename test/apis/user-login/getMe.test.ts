import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('user-login getMe', () => {
  const server = useServer({ APIS: 'user-login' })
  const me = (token?: string) => server.client.get('/api/me', { token })

  it('answers the profile as /api/users/me does', async () => {
    const token = await login(server.client, 'user-login', 'user@example.com', 'currentpassword')
    const { status, body } = await me(token)
    assert.equal(status, 200)
    assert.deepEqual(body, (await server.client.get('/api/users/me', { token })).body)
  })

  it('refuses an account without a profile with 404', async () => {
    const { token } = await signedUp(server, userLoginRealm)
    const { status, body } = await me(token)
    assert.equal(status, 404)
    assert.deepEqual(body, { detail: 'User information not found' })
  })

  it('refuses a request without a token', async () => {
    const { status, body } = await me()
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
  })
})
