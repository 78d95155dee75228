import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { removeAccount, setDisabled } from '../../../src/accounts/administration.js'
import { userLoginRealm, type UserLoginAccount } from '../../../src/realms/user-login.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { signToken } from '../../../src/tokens/token.js'
import { expiredToken, freshEmail, PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

const DAY = 24 * 3_600
const REFUSED = { detail: 'Refresh token is invalid or expired' }

describe('user-login refreshToken', () => {
  const server = useServer({ APIS: 'user-login,waste-sorting' })
  const refresh = (token?: string) => server.client.post('/api/users/refresh_token', { token })
  const newcomer = () => signedUp(server, userLoginRealm, { name: freshEmail() })
  const me = async (token: string) => (await server.client.get('/api/users/me', { token })).status

  /** An ended token whose login is so many seconds ago. */
  function tokenOf(account: UserLoginAccount, age: number): string {
    const { keys } = realmContext(server.context, userLoginRealm)
    return signToken({ ...userLoginRealm, tokenLifeSeconds: -60 }, keys, account, Math.floor(Date.now() / 1000) - age)
  }

  it('answers a new token and ends the old one', async () => {
    const { token } = await newcomer()
    const { status, body } = await refresh(token)
    assert.equal(status, 200)
    const { access_token: next, ...rest } = body
    assert.deepEqual(rest, { token_type: 'bearer', expires_in: 180 })
    assert.equal(await me(next), 200)
    assert.equal(await me(token), 401)
    const again = await refresh(token)
    assert.equal(again.status, 403)
    assert.deepEqual(again.body, REFUSED)
    assert.equal((await refresh(next)).status, 200)
  })

  it('lets exactly one of thirty simultaneous exchanges succeed', async () => {
    // The first round opens the connections to the database; the later ones meet there at the same moment.
    for (let round = 1; round <= 5; round += 1) {
      const { token } = await newcomer()
      const answers = await Promise.all(Array.from({ length: 30 }, () => refresh(token)))
      const won = answers.filter(({ status }) => status === 200)
      assert.equal(won.length, 1, `round ${round}`)
      assert.equal(answers.filter(({ status }) => status === 403).length, 29, `round ${round}`)
      assert.equal(await me(won[0]!.body.access_token), 200)
    }
  })

  it('takes an expired token until seven days after its login, however often it was exchanged', async () => {
    const { account } = await newcomer()
    assert.equal((await refresh(expiredToken(server, userLoginRealm, account))).status, 200)
    const { status, body } = await refresh(tokenOf(account, 7 * DAY - 60))
    assert.equal(status, 200)
    const claims = JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString())
    assert.ok(claims.auth_time <= Date.now() / 1000 - 7 * DAY + 60)
    const late = await refresh(tokenOf(account, 7 * DAY + 60))
    assert.equal(late.status, 403)
    assert.deepEqual(late.body, REFUSED)
  })

  it('refuses a token that logout or a new password ended with 403', async () => {
    const { token } = await newcomer()
    await server.client.post('/api/users/logout', { token })
    assert.equal((await refresh(token)).status, 403)
    const email = 'user@example.com'
    const login = { email, password: 'currentpassword' }
    const { body } = await server.client.post('/api/users/login', { json: login })
    const reset = { email, old_password: login.password, new_password: PASSWORD }
    assert.equal((await server.client.post('/api/users/reset_password', { json: reset })).status, 200)
    assert.equal((await refresh(body.access_token)).status, 403)
  })

  it('refuses what is no token of this API, and an account that is disabled or gone, with 401', async () => {
    const place = realmContext(server.context, userLoginRealm)
    const disabled = await newcomer()
    await setDisabled(place, disabled.account.id, true)
    const gone = await newcomer()
    await removeAccount(place, gone.account.id)
    const foreign = await signedUp(server, wasteSortingRealm)
    for (const token of ['x.y.z', foreign.token, disabled.token, gone.token]) {
      const { status, headers, body } = await refresh(token)
      assert.equal(status, 401)
      assert.equal(headers.get('www-authenticate'), 'Bearer')
      assert.deepEqual(body, { detail: 'Token is invalid' })
    }
    assert.deepEqual((await refresh()).body, { detail: 'Not authenticated' })
  })
})
