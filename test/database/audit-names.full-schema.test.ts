import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newestEntries } from '../../src/audit/newest.js'
import type { MigrationName } from '../../src/database/migrations/index.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { beforeMigration } from '../support/earlier-schema.js'

const UPGRADE: MigrationName = '0011-audit-names'

describe('the audit trail after the upgrade that finds names in any spelling', () => {
  it('finds the entries from before, and stays append-only', () =>
    beforeMigration(UPGRADE, async (db) => {
      const entry = { realm: 'tms', action: 'account-update', result: 'done' }
      await db('audit.events').insert([
        { ...entry, actor_name: 'Straße', target_name: 'Straße' },
        { ...entry, actor_name: 'root', target_name: 'STRASSE' },
        entry
      ])
      await migrate(db)
      const { events } = await newestEntries(db, { realm: 'tms', target: 'strasse' }, 9)
      assert.deepEqual(
        events.map((event) => event.target_name),
        ['STRASSE', 'Straße']
      )
      const ofActor = await newestEntries(db, { realm: 'tms', actor: 'STRAẞE' }, 9)
      assert.equal(ofActor.events.length, 1)
      await assert.rejects(db('audit.events').update({ actor_name: null }), /can only be added to/)
    }))
})
