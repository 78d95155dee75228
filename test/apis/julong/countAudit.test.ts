import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, BASE, FORBIDDEN, roleWith, userOf } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

type Count = [key: string, done: number, failed: number]

describe('julong countAudit', () => {
  const server = useServer({ APIS: 'julong' })

  async function ask(query: Record<string, string>) {
    const token = await administratorToken(server)
    return server.client.get(`${BASE}/audit/count?${new URLSearchParams(query)}`, { token })
  }

  async function counts(query: Record<string, string>): Promise<Count[]> {
    const { status, body } = await ask(query)
    assert.deepEqual([status, body.meta], [200, { message: '获取成功', status: 200 }])
    const found: Count[] = body.data.counts.map(({ key, done, failed }: Record<string, unknown>) => [key, done, failed])
    assert.equal(
      body.data.total,
      found.reduce((sum, [, done, failed]) => sum + done + failed, 0)
    )
    return found
  }

  const enter = (at: string, entry: Record<string, string> = {}) =>
    server.db('audit.events').insert({ at, realm: 'julong', action: 'login', result: 'done', ...entry })

  it('counts what succeeded and what failed', async () => {
    const { account } = await userOf(server, -1)
    const kinds = async () => Object.fromEntries((await counts({ by: 'action' })).map(([key, ...rest]) => [key, rest]))
    await administratorToken(server)
    const before = await kinds()
    for (const password of ['correct horse', 'wrong', 'wrong']) {
      await server.client.post(`${BASE}/login`, { json: { username: account.name, password } })
    }
    await server.client.put(`${BASE}/users/${account.id}`, {
      token: await administratorToken(server),
      json: { mobile: '1' }
    })
    const [done = 0, failed = 0] = before.login as number[]
    const after = await kinds()
    assert.deepEqual(
      [after.login, after['account-update']],
      [
        [done + 1, failed + 2],
        [1, 0]
      ]
    )
    for (const by of ['hour', 'day', 'month']) {
      const [, ...last] = (await counts({ by, action: 'login' })).at(-1)!
      assert.deepEqual(last, [done + 1, failed + 2], by)
    }
  })

  it('divides days at midnight of the zone', async () => {
    for (const at of ['15:59:59.999999', '16:00:00', '18:14:59', '18:15:00', '18:29:59', '18:30:00']) {
      await enter(`2025-03-10T${at}Z`)
    }
    const day = { by: 'day', from: '2025-03-10T12:00:00Z', to: '2025-03-11T00:00:00Z' }
    assert.deepEqual(await counts(day), [
      ['2025-03-09T16:00:00.000Z', 1, 0],
      ['2025-03-10T16:00:00.000Z', 5, 0]
    ])
    assert.deepEqual(await counts({ ...day, tz: 'Asia/Kathmandu' }), [
      ['2025-03-09T18:15:00.000Z', 3, 0],
      ['2025-03-10T18:15:00.000Z', 3, 0]
    ])
    assert.deepEqual(await counts({ ...day, tz: 'Asia/Kolkata' }), [
      ['2025-03-09T18:30:00.000Z', 5, 0],
      ['2025-03-10T18:30:00.000Z', 1, 0]
    ])
    assert.deepEqual(await counts({ ...day, tz: 'UTC' }), [['2025-03-10T00:00:00.000Z', 6, 0]])
  })

  it('divides days and hours where clocks are changed', async () => {
    // 00:30 and 03:00 of 30 March, an hour of which is left out; the last minute of it; the first of the next day.
    for (const at of ['29T23:30', '30T01:00', '30T21:59', '30T22:00']) await enter(`2025-03-${at}:00Z`)
    const period = { tz: 'Europe/Berlin', from: '2025-03-29T23:00:00Z', to: '2025-03-31T22:00:00Z' }
    assert.deepEqual(await counts({ by: 'day', ...period }), [
      ['2025-03-29T23:00:00.000Z', 3, 0],
      ['2025-03-30T22:00:00.000Z', 1, 0]
    ])
    assert.deepEqual(await counts({ by: 'hour', ...period, to: '2025-03-30T02:00:00Z' }), [
      ['2025-03-29T23:00:00.000Z', 1, 0],
      ['2025-03-30T00:00:00.000Z', 0, 0],
      ['2025-03-30T01:00:00.000Z', 1, 0]
    ])
  })

  it('divides months, those without entries too', async () => {
    for (const at of ['2024-01-31T15:59:59Z', '2024-01-31T16:00:00Z', '2024-03-31T15:59:59Z'])
      await enter(at, { result: 'failed' })
    assert.deepEqual(
      await counts({ by: 'month', from: '2024-01-01T00:00:00+08:00', to: '2024-04-01T00:00:00+08:00' }),
      [
        ['2023-12-31T16:00:00.000Z', 0, 1],
        ['2024-01-31T16:00:00.000Z', 0, 1],
        ['2024-02-29T16:00:00.000Z', 0, 1]
      ]
    )
    const empty = await counts({ by: 'month', from: '2020-01-01T00:00:00+08:00', to: '2021-01-01T00:00:00+08:00' })
    assert.equal(empty.length, 12)
    assert.ok(empty.every(([, done, failed]) => done === 0 && failed === 0))
    assert.deepEqual(await counts({ by: 'action', from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' }), [])
  })

  it('begins with from, ends before to, and knows no other action and no other API', async () => {
    for (const at of ['10:07:00', '10:08:00', '10:20:00', '10:52:00'])
      await enter(`2025-05-01T${at}Z`, { action: 'logout' })
    await enter('2025-05-01T10:09:00Z', { realm: 'tms' })
    await enter('2025-05-01T10:09:00Z')
    const hour = { by: 'hour', from: '2025-05-01T10:07:00.001Z', to: '2025-05-01T10:52:00Z' }
    assert.deepEqual(await counts({ ...hour, action: 'logout' }), [['2025-05-01T10:00:00.000Z', 2, 0]])
    assert.deepEqual(await counts({ ...hour, from: '2025-05-01T10:07:00Z', to: '2025-05-01T10:08:00Z' }), [
      ['2025-05-01T10:00:00.000Z', 1, 0]
    ])
    const kinds = { ...hour, by: 'action', to: '2025-05-01T11:00:00Z' }
    assert.deepEqual(await counts(kinds), [
      ['logout', 3, 0],
      ['login', 1, 0]
    ])
    assert.deepEqual(await counts({ ...kinds, action: 'logout' }), [['logout', 3, 0]])
  })

  it('has the last 24 hours, 30 days and 12 months without a period, and 400 at most with one', async () => {
    for (const [by, length] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      assert.equal((await counts({ by })).length, length)
    }
    const from = '2025-01-01T00:00:00Z'
    assert.equal((await counts({ by: 'day', tz: 'UTC', from, to: '2026-02-05T00:00:00Z' })).length, 400)
  })

  const DAY = { by: 'day', from: '2025-01-01T00:00:00Z', to: '2025-01-02T00:00:00Z' }
  for (const [what, query, path, message] of [
    ['no kind of bucket', { tz: 'UTC' }, 'by', '统计方式不能为空'],
    ['another kind', { by: 'week' }, 'by', '统计方式只能是 hour、day、month、action 之一'],
    ['an unknown zone', { by: 'day', tz: 'Asia/Nowhere' }, 'tz', '时区不存在'],
    ['an unknown zone for actions', { by: 'action', tz: 'Asia/Nowhere' }, 'tz', '时区不存在'],
    ['an empty zone', { by: 'day', tz: '' }, 'tz', '时区不能为空'],
    ['a time without zone', { ...DAY, from: '2025-01-01T00:00:00' }, 'from', '开始时间的格式不正确'],
    ['no time', { ...DAY, to: 'tomorrow' }, 'to', '结束时间的格式不正确'],
    ['a year before 1970', { ...DAY, from: '0000-01-01T00:00:00Z' }, 'from', '开始时间必须在 1970 年至 9999 年之间'],
    ['an empty period', { ...DAY, to: DAY.from }, 'to', '结束时间必须晚于开始时间'],
    [
      'an end before the beginning',
      { ...DAY, by: 'action', to: '2024-12-31T00:00:00Z' },
      'to',
      '结束时间必须晚于开始时间'
    ],
    ['more than 400', { ...DAY, to: '2026-06-01T00:00:00Z' }, 'by', '时间范围过长，最多统计 400 段']
  ] as [string, Record<string, string>, string, string][]) {
    it(`refuses ${what}`, async () => {
      const { status, body } = await ask(query)
      assert.deepEqual([status, body.data, body.meta.message], [400, null, '请求参数错误'])
      assert.deepEqual(body.meta.errors, [{ path, message }])
    })
  }

  it('refuses a caller whose role lacks the right', async () => {
    const { token } = await userOf(server, await roleWith(server))
    const { status, body } = await server.client.get(`${BASE}/audit/count?by=day`, { token })
    assert.deepEqual([status, body.meta.message], [403, FORBIDDEN])
  })
})
