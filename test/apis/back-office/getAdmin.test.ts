import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office getAdmin', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  const get = (id: string, by = token) => server.client.get(`/admin/admins/${id}`, { token: by })

  before(async () => {
    token = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).token
  })

  it('answers what a dialog shows and sends back', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    const list = await server.client.get(`/admin/admins?pagenum=1&pagesize=1&query=${account.name}`, { token })
    const shown = await get(account.id)
    assert.deepEqual([shown.status, shown.body], [200, list.body.data[0]])
    const json = { ...shown.body, email: 'new@b.c', mobile: '13888888888' }
    assert.equal((await server.client.put(`/admin/admins/${account.id}`, { token, json })).status, 200)
    assert.deepEqual((await get(account.id)).body, { ...json, __v: 1 })
  })

  it('is for those who may list administrators', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    const viewer = await signedUp(server, backOfficeRealm, { values: { role_id: 2 } })
    assert.equal((await get(account.id, viewer.token)).status, 200)
    assert.equal((await server.client.get(`/admin/admins/${account.id}`)).status, 401)
  })

  it('answers an unknown administrator with 404 and what is no id with 400', async () => {
    assert.equal((await get('f'.repeat(24))).status, 404)
    assert.equal((await get('me')).status, 400)
  })

  it('takes the id in the query once more, and refuses another', async () => {
    const { account } = await signedUp(server, backOfficeRealm)
    assert.equal((await get(`${account.id}?_id=${account.id}`)).status, 200)
    assert.equal((await get(`${account.id}?_id=${'f'.repeat(24)}`)).status, 400)
  })
})
