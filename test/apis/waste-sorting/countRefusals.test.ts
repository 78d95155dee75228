import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { keepAudit } from '../../../src/audit/upkeep.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { fillTrail } from '../../audit/support.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { refusedPeriods } from '../../support/periods.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting countRefusals', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const count = (query: Record<string, string> = {}) =>
    server.client.get(`/api/admin/refusals?${new URLSearchParams(query)}`, { token })
  const logIn = (username: string, password: string) =>
    server.client.post('/api/auth/login', { json: { username, password } })

  it('counts refused passwords of the last 24 hours, the action with the most of them first', async () => {
    assert.deepEqual((await count()).body, { total: 0, counts: [] })
    const { account, token: own } = await signedUp(server, wasteSortingRealm)
    const json = { current_password: 'wrong', new_password: 'another horse' }
    assert.equal((await server.client.put('/api/auth/change_password', { token: own, json })).status, 403)
    assert.equal((await logIn(account.name, 'wrong')).status, 401)
    assert.equal((await logIn('nobody', PASSWORD)).status, 401)
    await setDisabled(realmContext(server.context, wasteSortingRealm), account.id, true)
    assert.equal((await logIn(account.name, PASSWORD)).status, 403)
    const { status, body } = await count()
    const counts = [
      { key: 'login', count: 3 },
      { key: 'password-change', count: 1 }
    ]
    assert.deepEqual([status, body], [200, { total: 4, counts }])
  })

  it('begins with the hour of the zone that is 23 before the last one, where the query has no beginning', async () => {
    const entry = { realm: 'waste-sorting', action: 'login', result: 'failed' }
    const times = ['2024-04-30T23:59:59Z', '2024-05-01T00:00:00Z', '2024-05-01T00:14:59Z', '2024-05-01T00:15:00Z']
    await server.db('audit.events').insert(times.map((at) => ({ ...entry, at })))
    const totalIn = async (tz?: string) => (await count({ to: '2024-05-02T00:00:00Z', ...(tz && { tz }) })).body.total
    assert.deepEqual([await totalIn(), await totalIn('Asia/Kathmandu')], [3, 1])
  })

  it('counts from one moment until before another, and nothing of other APIs', async () => {
    const entry = { realm: 'waste-sorting', action: 'login', result: 'failed', at: '2025-05-01T10:07:00Z' }
    await server
      .db('audit.events')
      .insert([
        entry,
        { ...entry, result: 'done' },
        { ...entry, realm: 'tms' },
        { ...entry, action: 'password-change', at: '2025-05-01T10:08:00Z' },
        { ...entry, action: 'password-change', at: '2025-05-01T10:09:00Z' },
        { ...entry, at: '2025-05-01T10:52:00Z' }
      ])
    const { body } = await count({ from: '2025-05-01T10:07:00Z', to: '2025-05-01T10:52:00Z' })
    assert.deepEqual(body, {
      total: 3,
      counts: [
        { key: 'password-change', count: 2 },
        { key: 'login', count: 1 }
      ]
    })
    const later = await count({ from: '2025-05-01T10:52:00.001Z', to: '2025-05-02T00:00:00Z' })
    assert.deepEqual(later.body, { total: 0, counts: [] })
  })

  it('counts entries that the server has summarized', async () => {
    const { db, context } = server
    await fillTrail(db, 10_500, `timestamptz '2025-06-01T00:00:00Z' + i * interval '1 minute'`, 'waste-sorting')
    await context.database.withoutTimeouts((whole) => keepAudit(whole, undefined))
    assert.equal((await db('audit.counted').first('id')).id, 10_000)
    for (const [to, refused] of [
      ['2025-06-01T01:40:00Z', 5],
      ['2025-07-01T00:00:00Z', 525]
    ] as const) {
      const { body } = await count({ from: '2025-06-01T00:00:00Z', to })
      assert.deepEqual(body, { total: refused, counts: [{ key: 'login', count: refused }] })
    }
  })

  it('refuses what is no period', async () => {
    for (const [query, path, message] of refusedPeriods) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body], [400, { message: '请求参数不完整', errors: [{ path, message }] }])
    }
  })

  it('is for administrators', async () => {
    const user = await login(server.client, 'waste-sorting', 'usertest', 'usertest')
    const { status, body } = await server.client.get('/api/admin/refusals', { token: user })
    assert.deepEqual([status, body], [403, { message: '需要管理员权限' }])
  })
})
