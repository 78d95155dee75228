import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { signedUp } from '../../support/accounts.js'
import { refusedBuckets, sumOf } from '../../support/periods.js'
import { useServer } from '../../support/server.js'

describe('back-office countLogins', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  before(async () => {
    // A viewer, who may read.
    token = (await signedUp(server, backOfficeRealm)).token
  })
  const count = (query: Record<string, string>) =>
    server.client.get(`/admin/logins?${new URLSearchParams(query)}`, { token })

  it('counts logins that succeeded and failed, in each hour, day and month of the zone', async () => {
    for (const password of ['123456', 'wrong', 'wrong']) {
      await server.client.post('/admin/login', { json: { name: 'auroralorigin', password } })
    }
    for (const [by, length] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      const { status, body } = await count({ by, tz: 'Asia/Kolkata' })
      assert.deepEqual([status, body.length], [200, length])
      assert.deepEqual([sumOf('done', body), sumOf('failed', body)], [2, 2], by)
      assert.match(body.at(-1).key, by === 'hour' ? /:30:00\.000Z$/ : /T18:30:00\.000Z$/)
      assert.deepEqual(Object.keys(body[0]), ['key', 'done', 'failed'])
    }
  })

  it('counts from one moment until before another', async () => {
    const entry = { realm: 'back-office', action: 'login', result: 'done' }
    const times = ['10:07:00', '10:08:00', '11:00:00', '11:20:00'].map((time) => `2025-05-01T${time}Z`)
    await server.db('audit.events').insert(times.map((at) => ({ ...entry, at })))
    const { body } = await count({ by: 'hour', from: '2025-05-01T10:08:00Z', to: '2025-05-01T11:20:00Z' })
    assert.deepEqual(body, [
      { key: '2025-05-01T10:00:00.000Z', done: 1, failed: 0 },
      { key: '2025-05-01T11:00:00.000Z', done: 1, failed: 0 }
    ])
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedBuckets) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数错误', errors: [{ path, message }] }])
    }
  })
})
