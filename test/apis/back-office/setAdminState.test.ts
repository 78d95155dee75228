import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

const UNKNOWN_ID = '5e6eed3a6dbad740f8070551'

describe('back-office setAdminState', () => {
  const server = useServer({ APIS: 'back-office' })
  const setState = (id: string, state: string, token: string) =>
    server.client.put(`/admin/admins/${id}/state/${state}`, { token })
  const sample = () => login(server.client, 'back-office', 'auroralorigin', '123456')

  it('disables at once and enables again; the old token stays revoked', async () => {
    const token = await sample()
    const viewer = await signedUp(server, backOfficeRealm)
    const { status, body } = await setState(viewer.account.id, 'false', token)
    assert.equal(status, 200)
    assert.equal(body, null)
    const refused = await server.client.get('/admin/roles', { token: viewer.token })
    assert.equal(refused.status, 403)
    assert.deepEqual(refused.body, { message: '该管理员已被禁用' })
    assert.equal((await setState(viewer.account.id, 'true', token)).status, 200)
    assert.equal((await server.client.get('/admin/roles', { token: viewer.token })).status, 401)
    await login(server.client, 'back-office', viewer.account.name, PASSWORD)
    const [row] = await server.db('back_office.admins').where({ id: viewer.account.id }).select('version', 'disabled')
    assert.deepEqual(row, { version: 2, disabled: false })
  })

  it('refuses to disable the last enabled admin', async () => {
    const token = await sample()
    const { _id: id } = (await server.client.get('/admin/admins?pagenum=1&pagesize=1&query=auroral', { token })).body
      .data[0]
    const { status, body } = await setState(id, 'false', token)
    assert.equal(status, 403)
    assert.deepEqual(body, { message: '至少保留一个启用的管理员' })
  })

  it('keeps one enabled admin when all disable each other at once', async () => {
    const added = await Promise.all([1, 2, 3].map(() => signedUp(server, backOfficeRealm, { values: { role_id: 1 } })))
    const token = await sample()
    const { body } = await server.client.get('/admin/admins?pagenum=1&pagesize=100', { token })
    const admins: { _id: string }[] = body.data.filter((admin: { role: string }) => admin.role === 'admin')
    assert.equal(admins.length, 4)
    const tokens = [token, ...added.map((one) => one.token)]
    await Promise.all(tokens.flatMap((by) => admins.map((admin) => setState(admin._id, 'false', by))))
    const left = await server.db('back_office.accounts').where({ role_id: 1, disabled: false })
    assert.equal(left.length, 1)
  })

  it('refuses another state than true and false, an id of another form and an unknown id', async () => {
    const { token } = await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })
    assert.equal((await setState(UNKNOWN_ID, '1', token)).status, 400)
    assert.equal((await setState('1', 'true', token)).status, 400)
    const { status, body } = await setState(UNKNOWN_ID, 'true', token)
    assert.equal(status, 404)
    assert.deepEqual(body, { message: '管理员不存在' })
  })

  it('refuses a viewer', async () => {
    const { token, account } = await signedUp(server, backOfficeRealm)
    assert.equal((await setState(account.id, 'true', token)).status, 403)
  })
})
