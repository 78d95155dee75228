import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import { refusedBuckets, sumOf } from '../../support/periods.js'
import { useServer } from '../../support/server.js'

describe('back-office countRegistrations', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  before(async () => {
    // A viewer, who may read.
    token = (await signedUp(server, backOfficeRealm)).token
  })
  const count = (query: Record<string, string>) =>
    server.client.get(`/admin/registrations?${new URLSearchParams(query)}`, { token })

  it('counts administrators who were created, in each hour, day and month of the zone', async () => {
    const before = sumOf('count', (await count({ by: 'day' })).body)
    const admin = await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })
    const json = { name: freshName(), password: PASSWORD, email: 'new@example.com', mobile: '13888888888' }
    assert.equal((await server.client.post('/admin/admins', { token: admin.token, json })).status, 201)
    assert.equal((await server.client.post('/admin/admins', { token: admin.token, json })).status, 409)
    for (const [by, length] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      const { status, body } = await count({ by, tz: 'Asia/Kolkata' })
      assert.deepEqual([status, body.length], [200, length])
      assert.equal(sumOf('count', body), before + 2, by)
      assert.match(body.at(-1).key, by === 'hour' ? /:30:00\.000Z$/ : /T18:30:00\.000Z$/)
      assert.deepEqual(Object.keys(body[0]), ['key', 'count'])
    }
  })

  it('counts from one moment until before another, also where there are none', async () => {
    const entry = { realm: 'back-office', action: 'account-create', result: 'done' }
    const times = ['10:07:00', '10:08:00', '12:00:00', '12:20:00'].map((time) => `2025-05-01T${time}Z`)
    await server
      .db('audit.events')
      .insert([
        ...times.map((at) => ({ ...entry, at })),
        { ...entry, action: 'account-remove', at: times[1] },
        { ...entry, realm: 'tms', at: times[1] }
      ])
    const { body } = await count({ by: 'hour', from: '2025-05-01T10:08:00Z', to: '2025-05-01T12:20:00Z' })
    assert.deepEqual(body, [
      { key: '2025-05-01T10:00:00.000Z', count: 1 },
      { key: '2025-05-01T11:00:00.000Z', count: 0 },
      { key: '2025-05-01T12:00:00.000Z', count: 1 }
    ])
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedBuckets) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数错误', errors: [{ path, message }] }])
    }
  })
})
