import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tmsRealm } from '../../../src/realms/tms.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('tms logout', () => {
  const server = useServer({ APIS: 'tms' })

  it('ends the token at once, and no other', async () => {
    const { account, token } = await signedUp(server, tmsRealm)
    const other = await login(server.client, 'tms', account.name, PASSWORD)
    const { status, body } = await server.client.put('/tms/logout', { token })
    assert.equal(status, 200)
    assert.deepEqual(body, { code: 200, message: '退出成功', data: { username: account.name } })
    const ended = await server.client.get('/tms/user/me', { token })
    assert.equal(ended.status, 401)
    assert.deepEqual(ended.body, { detail: 'Could not validate credentials' })
    assert.equal((await server.client.get('/tms/user/me', { token: other })).status, 200)
  })

  it('refuses a token that ended', async () => {
    const { token } = await signedUp(server, tmsRealm)
    await server.client.put('/tms/logout', { token })
    assert.equal((await server.client.put('/tms/logout', { token })).status, 401)
  })

  it('asks for a token', async () => {
    const { status, body, headers } = await server.client.put('/tms/logout')
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
    assert.equal(headers.get('www-authenticate'), 'Bearer')
  })
})
