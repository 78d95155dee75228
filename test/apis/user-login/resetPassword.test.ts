import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { realmContext } from '../../../src/server/context.js'
import { freshEmail, PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer, type TestServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

const SPELLINGS = ['/api/users/reset_password', '/api/users/reset-password'] as const

const newcomer = (server: TestServer) => signedUp(server, userLoginRealm, { name: freshEmail() })

for (const path of SPELLINGS) {
  describe(`user-login ${path}`, () => {
    const server = useServer({ APIS: 'user-login' })
    const reset = (email: string, old_password: string, new_password: string) =>
      server.client.post(path, { json: { email, old_password, new_password } })

    it('changes the password and ends all tokens', async () => {
      const { account, token } = await newcomer(server)
      const { status, body } = await reset(account.name, PASSWORD, 'next')
      assert.equal(status, 200)
      assert.deepEqual(body, { message: 'Password has been reset successfully.' })
      assert.equal((await server.client.get('/api/users/me', { token })).status, 401)
      await login(server.client, 'user-login', account.name, 'next')
      await assert.rejects(login(server.client, 'user-login', account.name, PASSWORD))
    })

    it('accepts the old password as the new one', async () => {
      const { account } = await newcomer(server)
      assert.equal((await reset(account.name, PASSWORD, PASSWORD)).status, 200)
    })

    it('leaves a disabled account disabled', async () => {
      const { account } = await newcomer(server)
      await setDisabled(realmContext(server.context, userLoginRealm), account.id, true)
      assert.equal((await reset(account.name, PASSWORD, 'next')).status, 200)
      const json = { email: account.name, password: 'next' }
      assert.equal((await server.client.post('/api/users/login', { json })).status, 403)
    })

    it('refuses an unknown email, a wrong password and a bad body', async () => {
      const unknown = await reset('unknown@example.com', 'x', 'y')
      assert.equal(unknown.status, 404)
      assert.deepEqual(unknown.body, { detail: 'User not found' })
      const { account } = await newcomer(server)
      const wrong = await reset(account.name, 'wrong', 'y')
      assert.equal(wrong.status, 400)
      assert.deepEqual(wrong.body, { detail: 'Incorrect password' })
      const invalid = await reset(' ', 'x', '')
      assert.equal(invalid.status, 400)
      assert.deepEqual(invalid.body, {
        detail: "email: String should match pattern '\\S'; new_password: String should have at least 1 character"
      })
    })

    it('lets exactly one of two simultaneous changes succeed', async () => {
      const { account } = await newcomer(server)
      const answers = await Promise.all([reset(account.name, PASSWORD, 'a'), reset(account.name, PASSWORD, 'b')])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400])
    })
  })
}

describe('user-login limit of wrong passwords', () => {
  const server = useServer({ APIS: 'user-login', LOGIN_FAILURES: '3' })

  it('counts failures of login and of both reset paths together', async () => {
    const { account } = await newcomer(server)
    const wrong = { email: account.name, password: 'wrong', old_password: 'wrong', new_password: 'next' }
    for (const path of ['/api/users/login', ...SPELLINGS]) {
      assert.equal((await server.client.post(path, { json: wrong })).status, 400)
    }
    for (const path of ['/api/users/login', ...SPELLINGS]) {
      const { status, headers, body } = await server.client.post(path, { json: wrong })
      assert.equal(status, 429)
      assert.ok(Number(headers.get('retry-after')) > 0)
      assert.deepEqual(body, { detail: 'Too many requests' })
    }
  })
})
