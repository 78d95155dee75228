import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { julongRealm } from '../../../src/realms/julong.js'
import { tmsRealm } from '../../../src/realms/tms.js'
import { realmContext } from '../../../src/server/context.js'
import { signToken } from '../../../src/tokens/token.js'
import { expiredToken, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('tms getCurrentUser', () => {
  const server = useServer({ APIS: 'tms' })
  const me = (authorization?: string) =>
    server.client.get('/tms/user/me', { headers: authorization === undefined ? {} : { authorization } })

  it('answers with the account of the token', async () => {
    await server
      .db('tms.users')
      .where({ username: '32088' })
      .update({ created_at: '2024-05-31 16:04:06.654597+00', updated_at: '2024-05-31 23:32:01.93+00' })
    const token = await login(server.client, 'tms', '32088', 'zhou0914.')
    const { status, body } = await server.client.get('/tms/user/me', { token })
    assert.equal(status, 200)
    const { id, ...user } = body.data
    assert.ok(Number.isInteger(id))
    assert.deepEqual(
      { ...body, data: user },
      {
        code: 200,
        message: '查询成功',
        data: {
          created_time: '2024-06-01T00:04:06.654597+08:00',
          updated_time: '2024-06-01T07:32:01.930000+08:00',
          username: '32088',
          nickname: '',
          gender: '男',
          telephone: '13425636267'
        }
      }
    )
  })

  it('asks for a token', async () => {
    const { status, body, headers } = await me()
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
    assert.equal(headers.get('www-authenticate'), 'Bearer')
  })

  it('refuses a token that is bad, expired or of another realm', async () => {
    const { account, token } = await signedUp(server, tmsRealm)
    const foreign = signToken(tmsRealm, realmContext(server.context, julongRealm).keys, account)
    const expired = expiredToken(server, tmsRealm, account)
    for (const bad of ['Bearer', 'Bearer x.y.z', `Bearer ${foreign}`, `Bearer ${expired}`, token]) {
      const { status, body, headers } = await me(bad)
      assert.equal(status, 401, bad)
      assert.deepEqual(body, { detail: 'Could not validate credentials' })
      assert.equal(headers.get('www-authenticate'), 'Bearer')
    }
  })

  it('refuses the token of an account that is disabled or removed', async () => {
    for (const change of [{ disabled: true }, { removed_at: new Date(), canonical_name: null }]) {
      const { account, token } = await signedUp(server, tmsRealm)
      await server.db('tms.users').where({ id: account.id }).update(change)
      const { status, body } = await server.client.get('/tms/user/me', { token })
      assert.equal(status, 401)
      assert.deepEqual(body, { detail: 'Could not validate credentials' })
    }
  })
})
