import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { expiredToken, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office listRoles', () => {
  const server = useServer({ APIS: 'back-office' })

  it('answers the roles by id, also to a viewer', async () => {
    const { token } = await signedUp(server, backOfficeRealm)
    const { status, body } = await server.client.get('/admin/roles', { token })
    assert.equal(status, 200)
    assert.deepEqual(
      body.map(({ rid, role }: { rid: number; role: string }) => [rid, role]),
      [
        [1, 'admin'],
        [2, 'viewer']
      ]
    )
  })

  it('answers HEAD without a body and OPTIONS with what a client may set', async () => {
    const { token } = await signedUp(server, backOfficeRealm)
    const head = await server.client.request('HEAD', '/admin/roles', { token })
    assert.equal(head.status, 200)
    assert.equal(head.body, undefined)
    const options = await server.client.request('OPTIONS', '/admin/admins/5e6eed3a6dbad740f8070550')
    assert.equal(options.headers.get('allow'), 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT')
    assert.deepEqual(options.body, { GET: [], PUT: ['email', 'mobile'], PATCH: ['email', 'mobile'], DELETE: [] })
  })

  it('refuses tokens that are missing, broken or ended, and unknown query parameters', async () => {
    const { account, token } = await signedUp(server, backOfficeRealm)
    for (const bad of [undefined, 'x.y.z', expiredToken(server, backOfficeRealm, account)]) {
      const { status, body } = await server.client.get('/admin/roles', { token: bad })
      assert.equal(status, 401)
      assert.deepEqual(body, { message: '无效token' })
    }
    assert.equal((await server.client.get('/admin/roles?page=1', { token })).status, 400)
  })
})
