import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Knex } from 'knex'
import { entriesOfPart, noteArchived } from '../../src/audit/archive.js'
import { countByTime } from '../../src/audit/count.js'
import { pageOfAudit } from '../../src/audit/read.js'
import { keepAudit } from '../../src/audit/upkeep.js'
import { bucketsIn } from '../../src/calendar/buckets.js'
import { useServer } from '../support/server.js'
import { fillTrail, partsOf } from './support.js'

const DAY = 24 * 3_600_000

const monthFromNow = (months: number): string => {
  const now = new Date()
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return `audit.events_${first.toISOString().slice(0, 7).replace('-', '_')}`
}

describe('partitions of the audit trail', () => {
  const server = useServer({ APIS: 'julong' })

  it('exist for the coming months once a server has started', async () => {
    const expected = ['audit.events_first', monthFromNow(1), monthFromNow(2), 'audit.events_rest'].sort()
    assert.deepEqual((await partsOf(server.db)).sort(), expected)
  })

  it('hold the entries of their month; the default partition holds the others', async () => {
    const { db } = server
    await fillTrail(db, 1, `date_trunc('month', now()) + interval '1 month 3 days'`)
    await fillTrail(db, 1, `now() + interval '20 years'`)
    const places = await db('audit.events')
      .whereRaw(`at > now()`)
      .orderBy('at')
      .select(db.raw('tableoid::regclass::text as place'))
    assert.deepEqual(
      places.map(({ place }) => place),
      [monthFromNow(1), 'audit.events_rest']
    )
  })

  it('are each append-only', async () => {
    const parts = await partsOf(server.db)
    for (const part of parts) {
      for (const change of [`update ${part} set action = 'x'`, `delete from ${part}`, `truncate ${part}`]) {
        await assert.rejects(server.db.raw(change), /can only be added to/, change)
      }
    }
  })
})

describe('an expired month of the audit trail', () => {
  const server = useServer({ APIS: 'julong' })

  /** As if the next month were over for a year. */
  async function expire(db: Knex): Promise<string> {
    await fillTrail(db, 5, `date_trunc('month', now()) + interval '1 month 3 days'`)
    const name = monthFromNow(1).slice('audit.'.length)
    await db('audit.parts')
      .where({ name })
      .update({ ends: db.raw(`ends - interval '1 year'`) })
    return name
  }

  it('is dropped after AUDIT_KEEP_DAYS, once it is archived, and nothing else is', async () => {
    const { db } = server
    await fillTrail(db, 3)
    const kept = await db('audit.events').orderBy('id')
    const name = await expire(db)
    const others = (await partsOf(db)).filter((part) => part !== `audit.${name}`)
    assert.deepEqual(await keepAudit(db, undefined), { dropped: [], waiting: [] })
    assert.deepEqual(await keepAudit(db, 3650), { dropped: [], waiting: [] })
    assert.deepEqual(await keepAudit(db, 30), { dropped: [], waiting: [name] })
    let archived = 0
    for await (const { lines, lastId } of entriesOfPart(db, name)) {
      archived += lines.length
      assert.equal(JSON.parse(lines[0]!).realm, 'julong')
      await noteArchived(db, name, lastId)
    }
    assert.equal(archived, 5)
    assert.deepEqual(await keepAudit(db, 3650), { dropped: [], waiting: [] })
    assert.deepEqual(await keepAudit(db, 30), { dropped: [name], waiting: [] })
    assert.deepEqual(await partsOf(db), others)
    assert.deepEqual(await db('audit.events').orderBy('id'), kept)
  })

  it('is no longer counted, and what comes after it still is', async () => {
    const { db } = server
    const middle = (months: number) =>
      `date_trunc('month', now()) + interval '${months} months 3 days' + i * interval '1 minute'`
    await db.raw(`select audit.add_months('5 months')`)
    for (const [months, count] of [
      [0, 3_000],
      [2, 4_000],
      [3, 3_000],
      [2, 50],
      [3, 50]
    ] as const) {
      await fillTrail(db, count, middle(months))
    }
    await server.context.database.withoutTimeouts((patient) => keepAudit(patient, undefined))
    const name = monthFromNow(2).slice('audit.'.length)
    await db('audit.parts')
      .where({ name })
      .update({ ends: db.raw(`ends - interval '1 year'`) })
    for await (const { lastId } of entriesOfPart(db, name)) await noteArchived(db, name, lastId)
    assert.deepEqual((await keepAudit(db, 30)).dropped, [name])

    const from = new Date(Date.now() - 40 * DAY).toISOString()
    const to = new Date(Date.now() + 160 * DAY).toISOString()
    const months = await countByTime(db, { realm: 'julong' }, bucketsIn({ by: 'month', tz: 'UTC', from, to }))
    const counted = months.map(({ start, done, failed }) => [start.slice(0, 7), done + failed])
    const plain = await db('audit.events')
      .where({ realm: 'julong' })
      .whereBetween('at', [from, to])
      .groupBy('month')
      .orderBy('month')
      .select({ month: db.raw(`to_char(at at time zone 'UTC', 'YYYY-MM')`), entries: db.raw('count(*)') })
    assert.deepEqual(
      counted.filter(([, entries]) => entries !== 0),
      plain.map(({ month, entries }) => [month, entries])
    )
    const { total } = await pageOfAudit(
      db,
      { realm: 'julong', from: new Date(from), to: new Date(to) },
      { page: 1, size: 1 }
    )
    assert.equal(
      total,
      plain.reduce((sum, { entries }) => sum + entries, 0)
    )
  })
})
