import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countByTime, totalOf } from '../../src/audit/count.js'
import { pageOfAudit } from '../../src/audit/read.js'
import { keepAudit } from '../../src/audit/upkeep.js'
import { bucketsIn } from '../../src/calendar/buckets.js'
import type { MigrationName } from '../../src/database/migrations/index.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { fillTrail } from '../audit/support.js'
import { beforeMigration } from '../support/earlier-schema.js'

const UPGRADE: MigrationName = '0015-audit-counts'
const ENTRIES = 12_500
const MARKED = 10_000
const DAY = 24 * 3_600_000

describe('the audit trail after the upgrade that counts it', () => {
  it('has the entries from before in its counts and pages, and those that come after', () =>
    beforeMigration(UPGRADE, async (db) => {
      await fillTrail(db, ENTRIES, `now() - i * interval '40 minutes'`)
      // As a server of that version leaves it.
      await db('audit.progress').update({ id: MARKED })
      await migrate(db)
      assert.deepEqual(await db('audit.counted').select(), [{ id: MARKED }])
      const filter = { realm: 'julong', from: new Date(Date.now() - 300 * DAY), to: new Date(Date.now() - 10 * DAY) }
      const { from, to } = { from: filter.from.toISOString(), to: filter.to.toISOString() }
      for (const added of [0, 10_000]) {
        await fillTrail(db, added, `now() - i * interval '40 minutes'`)
        await keepAudit(db, undefined)
        const period = db('audit.events').where('at', '>=', filter.from).where('at', '<', filter.to)
        const [{ plain }] = await period.clone().select({ plain: db.raw('count(*)') })
        const counts = await countByTime(db, { realm: 'julong' }, bucketsIn({ by: 'day', from, to }))
        assert.equal(totalOf(counts), plain)
        const failed = await pageOfAudit(db, { ...filter, result: 'failed' }, { page: 90, size: 5 })
        const ids = await period.clone().where({ result: 'failed' }).orderBy('id', 'desc').pluck('id')
        assert.equal(failed.total, ids.length)
        assert.deepEqual(
          failed.events.map(({ id }) => id),
          ids.slice(445, 450)
        )
      }
    }))
})
