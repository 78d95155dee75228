import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { refusedPeriods } from '../../support/periods.js'
import { useServer } from '../../support/server.js'

describe('back-office countRefusals', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  before(async () => {
    // A viewer, who may read.
    token = (await signedUp(server, backOfficeRealm)).token
  })
  const count = (query: Record<string, string> = {}) =>
    server.client.get(`/admin/refusals?${new URLSearchParams(query)}`, { token })
  const logIn = async (name: string, password: string) =>
    (await server.client.post('/admin/login', { json: { name, password } })).status

  it('counts refused passwords of the last 24 hours, the action with the most of them first', async () => {
    assert.deepEqual((await count()).body, [])
    const { account, token: own } = await signedUp(server, backOfficeRealm)
    const json = { currentPassword: 'wrong', newPassword: 'another horse' }
    assert.equal((await server.client.put('/admin/me/password', { token: own, json })).status, 400)
    assert.equal(await logIn(account.name, 'wrong'), 400)
    assert.equal(await logIn('nobody', PASSWORD), 400)
    await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
    assert.equal(await logIn(account.name, PASSWORD), 403)
    const { status, body } = await count({ tz: 'Asia/Kolkata' })
    const counts = [
      { key: 'login', count: 3 },
      { key: 'password-change', count: 1 }
    ]
    assert.deepEqual([status, body], [200, counts])
  })

  it('counts from one moment until before another, and nothing of other APIs', async () => {
    const entry = { realm: 'back-office', action: 'login', result: 'failed' }
    const times = ['10:07:00', '10:08:00', '11:00:00', '11:20:00'].map((time) => `2025-05-01T${time}Z`)
    await server
      .db('audit.events')
      .insert([
        ...times.map((at) => ({ ...entry, at })),
        { ...entry, result: 'done', at: times[1] },
        { ...entry, realm: 'tms', at: times[1] }
      ])
    const { body } = await count({ from: '2025-05-01T10:08:00Z', to: '2025-05-01T11:20:00Z' })
    assert.deepEqual(body, [{ key: 'login', count: 2 }])
    const later = await count({ from: '2025-05-01T11:20:00.001Z', to: '2025-05-02T00:00:00Z' })
    assert.deepEqual(later.body, [])
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedPeriods) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数错误', errors: [{ path, message }] }])
    }
  })
})
