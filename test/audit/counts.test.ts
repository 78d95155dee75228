import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { keepAudit } from '../../src/audit/upkeep.js'
import { administratorToken } from '../support/julong.js'
import { useServer } from '../support/server.js'
import { fillTrail } from './support.js'

const ENTRIES = 23_000
const DAY = 24 * 3_600_000
const AUDIT = '/api/private/v1/audit'

/** So many days and seconds ago: hours, days and slots begin at other moments. */
const ago = (days: number, seconds = 0): string => new Date(Date.now() - days * DAY - seconds * 1_000).toISOString()
const YEAR = { from: ago(370, 437), to: ago(1, 71) }
const WEEKS = { from: ago(16, 437), to: ago(0, 71) }
const MINUTES = { from: ago(9, 437), to: ago(9, 71) }

const COUNTS: { by: string; tz?: string; action?: string; from: string; to: string }[] = [
  { by: 'day', tz: 'Asia/Shanghai', ...YEAR },
  { by: 'day', tz: 'Asia/Kolkata', ...YEAR },
  { by: 'day', tz: 'Asia/Kathmandu', ...YEAR, action: 'logout' },
  { by: 'day', tz: 'Europe/Berlin', ...YEAR },
  { by: 'month', tz: 'America/New_York', ...YEAR },
  { by: 'month', tz: 'Australia/Adelaide', ...YEAR, action: 'login' },
  { by: 'hour', tz: 'Asia/Kolkata', ...WEEKS },
  { by: 'hour', tz: 'Asia/Shanghai', ...MINUTES },
  { by: 'action', ...YEAR },
  { by: 'action', ...MINUTES },
  { by: 'action', ...YEAR, action: 'logout' }
]

const LISTS: Record<string, string>[] = [
  YEAR,
  WEEKS,
  MINUTES,
  { from: WEEKS.from },
  { to: YEAR.to },
  { result: 'failed' },
  { result: 'done', ...WEEKS },
  { result: 'failed', action: 'logout' },
  { result: 'failed', action: 'login', ...YEAR },
  { action: 'logout', ...YEAR },
  { action: 'role-create', ...YEAR },
  { actor: 'busy', ...YEAR },
  { actor: 'actor 3', action: 'login', result: 'done' }
]

describe('counts of a long audit trail', () => {
  const server = useServer({ APIS: 'julong' })
  let token: string
  before(async () => {
    token = await administratorToken(server)
    // Newer ones have lower ids, which nothing may rely on.
    await fillTrail(server.db, ENTRIES, `now() - i * interval '23 minutes'`)
    await server.context.database.withoutTimeouts((db) => keepAudit(db, undefined))
    // Beside what is summarized there is always something that is not yet.
    await fillTrail(server.db, 1_500, `now() - i * interval '6 hours'`)
  })

  /** Entries that match, read one by one. */
  function entries({ actor, action, result, from, to }: Record<string, string | undefined>) {
    const equal = {
      realm: 'julong',
      ...(actor && { actor_key: actor }),
      ...(action && { action }),
      ...(result && { result })
    }
    const found = server.db('audit.events').where(equal)
    if (from !== undefined) void found.where('at', '>=', from)
    if (to !== undefined) void found.where('at', '<', to)
    return found
  }

  it('are kept for whole windows', async () => {
    const { db } = server
    const [{ id }] = await db('audit.counted')
    assert.equal(id, 20_000)
    for (const action of ['', 'login', 'logout']) {
      const plain: unknown = await db('audit.events')
        .where({ realm: 'julong', ...(action !== '' && { action }) })
        .where('id', '<=', id)
        .first(
          db.raw(`count(*) filter (where result = 'done') as done, count(*) filter (where result = 'failed') as failed`)
        )
      const last = db('audit.counts').where({ realm: 'julong', action }).orderBy('slot', 'desc')
      assert.deepEqual(await last.first('done', 'failed'), plain, action)
    }
  })

  for (const query of COUNTS) {
    it(`are exact: ${query.by}, ${query.tz ?? 'no zone'}, ${query.action ?? 'all actions'}`, async () => {
      const { db, client } = server
      const { by, tz = 'Asia/Shanghai' } = query
      const start = db.raw(
        `to_char(date_trunc(?, at at time zone ?) at time zone ? at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
        [by === 'action' ? 'day' : by, tz, tz]
      )
      const found = db.from(
        entries(query)
          .select({ key: by === 'action' ? 'action' : start }, 'result')
          .as('found')
      )
      const expected = await found
        .groupBy('key')
        .select(
          'key',
          db.raw(`count(*) filter (where result = 'done') as done`),
          db.raw(`count(*) filter (where result = 'failed') as failed`)
        )
      const { status, body } = await client.get(`${AUDIT}/count?${new URLSearchParams(query)}`, { token })
      assert.equal(status, 200)
      const counts = body.data.counts as { key: string; done: number; failed: number }[]
      const order = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
      assert.deepEqual(counts.filter(({ done, failed }) => done + failed > 0).sort(order), expected.sort(order))
      assert.equal(
        body.data.total,
        expected.reduce((sum, { done, failed }) => sum + done + failed, 0)
      )
    })
  }

  for (const query of LISTS) {
    it(`have their entries, newest first: ${Object.keys(query).join(', ')}`, async () => {
      const ids: number[] = await entries(query).orderBy('id', 'desc').pluck('id')
      for (const size of [7, 1_000]) {
        const last = Math.max(1, Math.ceil(ids.length / size))
        for (const page of new Set([1, 2, Math.ceil(last / 2), last, last + 1, 2_147_483_647])) {
          const place = new URLSearchParams({ pagenum: String(page), pagesize: String(size), ...query })
          const { status, body } = await server.client.get(`${AUDIT}?${place}`, { token })
          assert.deepEqual([status, body.data.total], [200, ids.length])
          const found = body.data.events.map(({ id }: { id: number }) => id)
          assert.deepEqual(found, ids.slice((page - 1) * size, page * size), `page ${page} of ${size}`)
        }
      }
    })
  }
})
