import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('user-login logout', () => {
  const server = useServer({ APIS: 'user-login' })

  it('ends the token that it is called with and no other', async () => {
    const { account, token } = await signedUp(server, userLoginRealm)
    const other = await login(server.client, 'user-login', account.name, PASSWORD)
    const { status, body } = await server.client.post('/api/users/logout', { token })
    assert.equal(status, 200)
    assert.deepEqual(body, { message: 'You have been logged out.' })
    const again = await server.client.post('/api/users/logout', { token })
    assert.equal(again.status, 401)
    assert.deepEqual(again.body, { detail: 'Token is invalid' })
    assert.equal((await server.client.post('/api/users/logout', { token: other })).status, 200)
  })
})
