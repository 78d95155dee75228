import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { refusedBuckets, sumOf } from '../../support/periods.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting countLogins', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const count = (query: Record<string, string>) =>
    server.client.get(`/api/admin/logins?${new URLSearchParams(query)}`, { token })
  const enter = (at: string, entry: Record<string, string> = {}) =>
    server.db('audit.events').insert({ at, realm: 'waste-sorting', action: 'login', result: 'done', ...entry })

  it('counts logins that succeeded and failed', async () => {
    const lastOf = async (by: string) => (await count({ by })).body
    const { total } = await lastOf('day')
    for (const [username, password] of [
      ['usertest', 'usertest'],
      ['usertest', 'wrong'],
      ['nobody', 'wrong']
    ]) {
      await server.client.post('/api/auth/login', { json: { username, password } })
    }
    for (const [by, length] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      const body = await lastOf(by)
      assert.deepEqual([body.total, body.counts.length], [total + 3, length])
      assert.deepEqual([sumOf('done', body.counts), sumOf('failed', body.counts)], [total + 1, 2], by)
      assert.ok(Date.parse(body.counts.at(-1).key) <= Date.now())
    }
  })

  it('has each day of the zone, and nothing but logins of this API', async () => {
    await enter('2025-03-10T15:59:59Z')
    await enter('2025-03-10T16:00:00Z', { result: 'failed' })
    await enter('2025-03-10T16:00:00Z', { action: 'account-create' })
    await enter('2025-03-10T16:00:00Z', { realm: 'tms' })
    const { status, body } = await count({
      by: 'day',
      from: '2025-03-10T00:00:00+08:00',
      to: '2025-03-13T00:00:00+08:00'
    })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      total: 2,
      counts: [
        { key: '2025-03-09T16:00:00.000Z', done: 1, failed: 0 },
        { key: '2025-03-10T16:00:00.000Z', done: 0, failed: 1 },
        { key: '2025-03-11T16:00:00.000Z', done: 0, failed: 0 }
      ]
    })
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedBuckets) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数不完整', errors: [{ path, message }] }])
    }
  })

  it('is for administrators', async () => {
    const user = await login(server.client, 'waste-sorting', 'usertest', 'usertest')
    const { status, body } = await server.client.get('/api/admin/logins?by=day', { token: user })
    assert.deepEqual([status, body], [403, { message: '需要管理员权限' }])
  })
})
