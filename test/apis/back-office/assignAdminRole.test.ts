import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { freshName, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office assignAdminRole', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  let id: string
  const assign = (which: string, rid: unknown, by = token) =>
    server.client.put(`/admin/admins/${which}/role`, { token: by, json: { rid } })

  before(async () => {
    const { body } = await server.client.post('/admin/login', { json: { name: 'auroralorigin', password: '123456' } })
    token = body
    id = (await server.client.get('/admin/admins?pagenum=1&pagesize=1', { token })).body.data[0]._id
  })

  it('gives a role, as a number or a string, that holds at once', async () => {
    const { account, token: theirs } = await signedUp(server, backOfficeRealm)
    const create = async () =>
      (await server.client.post('/admin/admins', { token: theirs, json: { name: freshName(), password: 'pw' } })).status
    assert.equal(await create(), 403)
    const { status, body } = await assign(account.id, '1')
    assert.equal(status, 200)
    assert.equal(body, null)
    assert.equal(await create(), 201)
    assert.equal((await assign(account.id, 2)).status, 200)
    assert.equal(await create(), 403)
  })

  it('refuses an unknown role and an unknown administrator', async () => {
    const role = await assign(id, 3)
    assert.equal(role.status, 404)
    assert.deepEqual(role.body, { message: '角色不存在' })
    const admin = await assign('5e6eed3a6dbad740f8070551', 1)
    assert.equal(admin.status, 404)
    assert.deepEqual(admin.body, { message: '管理员不存在' })
  })

  it('refuses to take the role of the last enabled admin', async () => {
    const { status, body } = await assign(id, 2)
    assert.equal(status, 403)
    assert.deepEqual(body, { message: '至少保留一个启用的管理员' })
    assert.equal((await assign(id, 1)).status, 200)
  })

  it('refuses a rid that is no positive integer, and a viewer', async () => {
    for (const rid of [undefined, null, 0, -1, 1.5, '', '1e0', '01', ' 1', '99999999999']) {
      assert.equal((await assign(id, rid)).status, 422, String(rid))
    }
    const viewer = await signedUp(server, backOfficeRealm)
    assert.equal((await assign(viewer.account.id, 1, viewer.token)).status, 403)
  })
})
