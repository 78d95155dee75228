import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { removeAccount } from '../../../src/accounts/administration.js'
import { wasteSortingRealm as realm } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('waste-sorting countUsers', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })

  const count = async (by: string) => {
    const { status, body } = await server.client.get(`/api/admin/statistics?by=${by}`, { token })
    assert.equal(status, 200)
    return body
  }
  const ban = (id: number, status: 0 | 1) =>
    server.client.put(`/api/admin/users/${id}/status`, { token, json: { status } })

  async function assertCounts(expected: { points: number; status: number[]; role: number[] }): Promise<void> {
    const [banned, administrators] = [expected.status[1], expected.role[1]]
    const total = expected.role[0]! + administrators!
    for (const [by, counts] of [
      ['status', [total - banned!, banned]],
      ['role', [total - administrators!, administrators]]
    ] as const) {
      assert.deepEqual(await count(by), {
        total,
        points: expected.points,
        counts: counts.map((number, index) => ({ key: String(index), count: number }))
      })
    }
    assert.deepEqual(expected.status, [total - banned!, banned])
  }

  it('counts accounts by status and by role as they come, are banned and are removed', async () => {
    await assertCounts({ points: 100, status: [2, 0], role: [1, 1] })
    const { account: user } = await signedUp(server, realm)
    const json = { username: freshName(), password: PASSWORD }
    const made = await server.client.post('/api/admin/users/create_admin', { token, json })
    await assertCounts({ points: 100, status: [4, 0], role: [2, 2] })
    assert.equal((await ban(made.body.user.id, 1)).status, 200)
    assert.equal((await ban(user.id, 1)).status, 200)
    await assertCounts({ points: 100, status: [2, 2], role: [2, 2] })
    assert.equal((await ban(user.id, 0)).status, 200)
    await assertCounts({ points: 100, status: [3, 1], role: [2, 2] })
    await removeAccount(realmContext(server.context, realm), made.body.user.id)
    await assertCounts({ points: 100, status: [3, 0], role: [2, 1] })
  })

  it('counts accounts by the range of their points, and their sum', async () => {
    const { account } = await signedUp(server, realm)
    const before = await count('points')
    const ranges = [
      ['0', 0, 0],
      ['1-99', 1, 99],
      ['100-499', 100, 499],
      ['500-999', 500, 999],
      ['1000-4999', 1_000, 4_999],
      ['5000-9999', 5_000, 9_999],
      ['10000-', 10_000, null]
    ] as const
    assert.deepEqual(
      before.counts.map(({ key, from, to }: Record<string, unknown>) => [key, from, to]),
      ranges
    )
    for (const [index, [, from, to]] of ranges.entries()) {
      for (const points of [from, to ?? 2_147_483_647]) {
        await server.db('waste_sorting.users').where({ id: account.id }).update({ points })
        const after = await count('points')
        const moved = before.counts.map((range: { count: number }, at: number) => {
          return range.count + (at === index ? 1 : 0) - (at === 0 ? 1 : 0)
        })
        assert.deepEqual(
          after.counts.map((range: { count: number }) => range.count),
          moved
        )
        assert.deepEqual([after.total, after.points], [before.total, before.points + points])
      }
    }
    await server.db('waste_sorting.users').where({ id: account.id }).update({ points: -5 })
    const below = await count('points')
    assert.deepEqual([below.counts, below.points], [before.counts, before.points - 5])
  })

  it('counts accounts that one statement makes, changes and deletes', async () => {
    const before = await count('points')
    await server.db.raw(
      `insert into waste_sorting.users (username, canonical_name, password_hash, points)
       select 'many-' || n, 'many-' || n, '-', n from generate_series(1, 1000) n`
    )
    const numbers = async () => (await count('points')).counts.map((range: { count: number }) => range.count)
    const from: number[] = before.counts.map((range: { count: number }) => range.count)
    const plus = (...more: number[]) => from.map((number, index) => number + (more[index] ?? 0))
    assert.deepEqual(await numbers(), plus(0, 99, 400, 500, 1))
    await server.db.raw(`update waste_sorting.users set points = points + 50 where username like 'many-%'`)
    assert.deepEqual(await numbers(), plus(0, 49, 400, 500, 51))
    await server.db.raw(`delete from waste_sorting.users where username like 'many-%'`)
    assert.deepEqual(await count('points'), before)
  })

  it('refuses another grouping, users, and a request without a token', async () => {
    for (const query of ['', '?by=', '?by=name']) {
      const { status, body } = await server.client.get(`/api/admin/statistics${query}`, { token })
      assert.deepEqual([status, body.message, body.errors[0].path], [400, '请求参数不完整', 'by'])
    }
    const user = await login(server.client, 'waste-sorting', 'usertest', 'usertest')
    const refused = await server.client.get('/api/admin/statistics?by=role', { token: user })
    assert.deepEqual([refused.status, refused.body], [403, { message: '需要管理员权限' }])
    assert.equal((await server.client.get('/api/admin/statistics?by=role')).status, 401)
  })
})
