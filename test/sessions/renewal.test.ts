import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { userLoginRealm } from '../../src/realms/user-login.js'
import { realmContext } from '../../src/server/context.js'
import { signToken } from '../../src/tokens/token.js'
import { PASSWORD, signedUp } from '../support/accounts.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

const ROUNDS = 10

describe('a session whose token is exchanged', () => {
  const server = useServer({ APIS: 'user-login' })
  const newcomer = () => signedUp(server, userLoginRealm)
  const sessions = async (token: string) => (await server.client.get('/api/users/sessions', { token })).body
  const refresh = (token: string) => server.client.post('/api/users/refresh_token', { token })
  const me = async (token: string) => (await server.client.get('/api/users/me', { token })).status

  it('keeps its id, and has the time of its renewal', async () => {
    const { token } = await newcomer()
    const [before] = await sessions(token)
    const next = (await refresh(token)).body.access_token
    const [after, ...more] = await sessions(next)
    assert.deepEqual(more, [])
    assert.equal(before.renewed_at, null)
    const { renewed_at: renewed, ...rest } = after
    assert.ok(Math.abs(Date.now() - Date.parse(renewed)) < 60_000)
    assert.deepEqual({ ...rest, renewed_at: null }, before)
    assert.equal((await server.client.delete(`/api/users/sessions/${before.id}`, { token: next })).status, 200)
    assert.equal(await me(next), 401)
    assert.equal((await refresh(next)).status, 403)
  })

  it('begins with the exchange where the login had none', async () => {
    const { account } = await newcomer()
    const loggedInAt = Math.floor(Date.now() / 1000) - 3_600
    const token = signToken(userLoginRealm, realmContext(server.context, userLoginRealm).keys, account, loggedInAt)
    assert.equal((await sessions(token)).length, 1)
    const next = (await refresh(token)).body.access_token
    const [own] = await sessions(next)
    assert.equal(own.current, true)
    assert.equal(Date.parse(own.created_at), loggedInAt * 1000)
  })

  it('stays, with its old token or its new one, when all others are ended meanwhile', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { token } = await newcomer()
      const [renewed, ended] = await Promise.all([
        refresh(token),
        server.client.post('/api/users/logout_others', { token })
      ])
      assert.ok([200, 401].includes(ended.status), `round ${round}: ${ended.status}`)
      assert.equal(await me(renewed.body.access_token), 200, `round ${round}`)
    }
  })

  it('ends in either order of the two requests, with its new token too', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { account, token } = await newcomer()
      const other = await login(server.client, 'user-login', account.name, PASSWORD)
      const [, { id }] = await sessions(other)
      const [renewed, ended] = await Promise.all([
        refresh(token),
        server.client.delete(`/api/users/sessions/${id}`, { token: other })
      ])
      assert.equal(ended.status, 200)
      assert.equal(await me(renewed.body.access_token ?? token), 401, `round ${round}`)
      assert.equal((await sessions(other)).length, 1)
    }
  })
})
