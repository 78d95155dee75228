import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { patientConnection } from '../../src/database/connection/postgres.js'
import { migrations } from '../../src/database/migrations/index.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { sourceOf } from '../../src/database/migrations/migration.js'
import { databaseWithoutAccounts, removeOwnTemplate } from '../support/database.js'

const onPostgres = process.env.DATABASE_URL !== undefined
const ADDED = '9998-sample'
const READS = 3

describe('a migration of a table that another transaction uses', () => {
  after(removeOwnTemplate)

  it(
    'lets requests pass, says once that it waits, and is applied when that has ended',
    { skip: !onPostgres && 'one session' },
    async (t) => {
      const printed = t.mock.method(console, 'log', () => {})
      let waits = 0
      const place = await databaseWithoutAccounts()
      const [user, migrator] = [patientConnection(place.env.DATABASE_URL!), patientConnection(place.env.DATABASE_URL!)]
      const requests = await connect(readConfig(place.env))
      const use = await user.transaction()
      await use.raw('select from tms.users')
      try {
        const source = sourceOf({ ...migrations, [ADDED]: (db) => db.raw('alter table tms.users add sample text') })
        const applied = migrate(migrator, source, () => (waits += 1))
        for (let read = 1; read <= READS; read += 1) {
          await untilItWaits(requests.db)
          // It fails when it is not done within the time that a statement of a request may take.
          await requests.db('tms.users').first('id')
        }
        await use.rollback()
        assert.deepEqual(await applied, [ADDED])
        assert.deepEqual([waits, printed.mock.callCount()], [1, 0])
      } finally {
        if (!use.isCompleted()) await use.rollback()
        await Promise.all([user.destroy(), migrator.destroy(), requests.close()])
        await place.remove()
      }
    }
  )
})

async function untilItWaits(db: Knex): Promise<void> {
  const waiting = "select from pg_locks where relation = 'tms.users'::regclass and not granted"
  while ((await db.raw<{ rows: unknown[] }>(waiting)).rows.length === 0);
}
