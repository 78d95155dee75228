import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office updateAdmin', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  const update = (id: string, json: unknown, by = token) =>
    server.client.put(`/admin/admins/${id}`, { token: by, json })
  const find = async (name: string) =>
    (await server.client.get(`/admin/admins?pagenum=1&pagesize=1&query=${name}`, { token })).body.data[0]

  before(async () => {
    token = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).token
  })

  it('changes what is given, keeps what is left out and clears with the empty string or null', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    const { status, body } = await update(account.id, { email: 'a@b.c', mobile: '139' })
    assert.equal(status, 200)
    assert.equal(body, null)
    await update(account.id, { mobile: '' })
    const { email, mobile, __v } = await find(account.name)
    assert.deepEqual({ email, mobile, __v }, { email: 'a@b.c', mobile: '', __v: 2 })
    await update(account.id, { email: null, mobile: 13888888888 })
    const changed = await find(account.name)
    assert.deepEqual([changed.email, changed.mobile], ['', '13888888888'])
  })

  it('accepts the whole resource and ignores its other fields', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    const before = await find(account.name)
    const { status } = await update(account.id, {
      ...before,
      name: 'other',
      password: 'other',
      role: 'admin',
      state: false,
      email: 'new@b.c'
    })
    assert.equal(status, 200)
    assert.deepEqual(await find(account.name), { ...before, email: 'new@b.c', __v: 1 })
  })

  it('may be sent with PATCH', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    const json = { mobile: '137' }
    const { status, body } = await server.client.request('PATCH', `/admin/admins/${account.id}`, { token, json })
    assert.deepEqual([status, body], [200, null])
    const found = await server.client.get(`/admin/admins/${account.id}`, { token })
    assert.deepEqual([found.status, found.body], [200, await find(account.name)])
    assert.equal(found.body.mobile, '137')
  })

  it('changes nothing for an empty body', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    assert.equal((await update(account.id, {})).status, 200)
    assert.equal((await find(account.name)).__v, 0)
  })

  it('refuses an unknown id, a bad field and a viewer', async () => {
    const viewer = await signedUp(server, backOfficeRealm)
    assert.equal((await update('5e6eed3a6dbad740f8070551', { email: 'a@b.c' })).status, 404)
    assert.equal((await update(viewer.account.id, { email: 1 })).status, 422)
    assert.equal((await update(viewer.account.id, { mobile: '1'.repeat(21) })).status, 422)
    assert.equal((await update(viewer.account.id, { email: 'a@b.c' }, viewer.token)).status, 403)
  })
})
