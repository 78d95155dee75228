import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { refusedBuckets, sumOf } from '../../support/periods.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting countRegistrations', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const count = (query: Record<string, string>) =>
    server.client.get(`/api/admin/registrations?${new URLSearchParams(query)}`, { token })
  const enter = (at: string, entry: Record<string, string> = {}) =>
    server.db('audit.events').insert({ at, realm: 'waste-sorting', action: 'account-create', result: 'done', ...entry })

  it('counts users who registered and administrators who were created, not those who were refused', async () => {
    const { total } = (await count({ by: 'day' })).body
    const username = freshName()
    const registered = { username, password: 'correct horse' }
    const created = { username: freshName(), password: 'correct horse' }
    assert.equal((await server.client.post('/api/auth/register', { json: registered })).status, 201)
    assert.equal((await server.client.post('/api/auth/register', { json: registered })).status, 409)
    assert.equal((await server.client.post('/api/admin/users/create_admin', { token, json: created })).status, 201)
    for (const [by, length] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      const { status, body } = await count({ by })
      assert.deepEqual([status, body.total, body.counts.length], [200, total + 2, length])
      assert.equal(sumOf('count', body.counts), total + 2, by)
    }
  })

  it('has each day of the zone, and nothing but new accounts of this API', async () => {
    await enter('2025-03-10T15:59:59Z')
    await enter('2025-03-10T16:00:00Z', { action: 'login' })
    await enter('2025-03-10T16:00:00Z', { realm: 'tms' })
    await enter('2025-03-11T16:00:00Z')
    await enter('2025-03-12T15:59:59Z')
    const period = { from: '2025-03-10T00:00:00+08:00', to: '2025-03-13T00:00:00+08:00' }
    const { status, body } = await count({ by: 'day', ...period })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      total: 3,
      counts: [
        { key: '2025-03-09T16:00:00.000Z', count: 1 },
        { key: '2025-03-10T16:00:00.000Z', count: 0 },
        { key: '2025-03-11T16:00:00.000Z', count: 2 }
      ]
    })
    assert.deepEqual((await count({ by: 'month', tz: 'UTC', ...period })).body.counts, [
      { key: '2025-03-01T00:00:00.000Z', count: 3 }
    ])
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedBuckets) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数不完整', errors: [{ path, message }] }])
    }
  })

  it('is for administrators', async () => {
    const user = await login(server.client, 'waste-sorting', 'usertest', 'usertest')
    const { status, body } = await server.client.get('/api/admin/registrations?by=day', { token: user })
    assert.deepEqual([status, body], [403, { message: '需要管理员权限' }])
  })
})
