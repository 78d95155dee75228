import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office removeAdmin', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  let id: string
  const remove = (which: string, by = token) => server.client.delete(`/admin/admins/${which}`, { token: by })

  before(async () => {
    const { body } = await server.client.post('/admin/login', { json: { name: 'auroralorigin', password: '123456' } })
    token = body
    id = (await server.client.get('/admin/admins?pagenum=1&pagesize=1', { token })).body.data[0]._id
  })

  it('removes, ends the tokens and frees the name', async () => {
    const viewer = await signedUp(server, backOfficeRealm)
    const { status, body } = await remove(viewer.account.id)
    assert.equal(status, 200)
    assert.equal(body, null)
    assert.equal((await server.client.get('/admin/roles', { token: viewer.token })).status, 401)
    const again = { name: viewer.account.name, password: 'pw' }
    assert.equal((await server.client.post('/admin/admins', { token, json: again })).status, 201)
  })

  it('refuses an id that is unknown, removed already or of another form', async () => {
    const viewer = await signedUp(server, backOfficeRealm)
    await remove(viewer.account.id)
    for (const unknown of [viewer.account.id, '5e6eed3a6dbad740f8070551']) {
      const { status, body } = await remove(unknown)
      assert.equal(status, 404)
      assert.deepEqual(body, { message: '管理员不存在' })
    }
    assert.equal((await remove(id.toUpperCase().replace(/^./, 'G'))).status, 400)
  })

  it('refuses to remove the last enabled admin', async () => {
    const { status, body } = await remove(id)
    assert.equal(status, 403)
    assert.deepEqual(body, { message: '至少保留一个启用的管理员' })
  })

  it('refuses a viewer', async () => {
    const viewer = await signedUp(server, backOfficeRealm)
    assert.equal((await remove(viewer.account.id, viewer.token)).status, 403)
  })
})
