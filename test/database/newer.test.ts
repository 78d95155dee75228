import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { migrate, undoMigration } from '../../src/database/migrations/migrate.js'
import { sourceOf, type Migration } from '../../src/database/migrations/migration.js'
import { databaseWithoutAccounts, emptyDatabase, migrations, removeOwnTemplate } from '../support/database.js'
import { startServerOn } from '../support/server.js'
import { catalogOf } from './catalog.js'
import { onDatabase } from './on-database.js'

const [FIRST] = Object.keys(migrations) as [string]
const SAMPLE = {
  up: (db) => db.raw('alter table tms.users add if not exists sample text'),
  down: (db) => db.raw('alter table tms.users drop sample')
} satisfies Migration

/** The migrations of this version and these, as a newer one has them. */
const newerSource = (...names: string[]): Knex.MigrationSource<string> =>
  sourceOf({ ...migrations, ...Object.fromEntries(names.map((name) => [name, SAMPLE])) })

describe('a database that a newer version has migrated', () => {
  after(removeOwnTemplate)

  it('is used as it is where the migration only adds, by a server that starts on it', async () => {
    const database = await databaseWithoutAccounts()
    await onDatabase(Promise.resolve({ ...database, remove: async () => {} }), async (db) => {
      assert.deepEqual(await migrate(db, newerSource('9998-sample')), ['9998-sample'])
      const before = await catalogOf(db)
      assert.deepEqual(await migrate(db), [])
      assert.deepEqual(await catalogOf(db), before)
    })
    const server = await startServerOn(database)
    const registration = { username: 'somebody', password: 'correct horse' }
    assert.equal((await server.client.post('/tms/register', { json: registration })).status, 200)
    assert.equal((await server.client.get('/health/ready')).status, 200)
    await server.stop()
    await database.remove()
  })

  it('is used by a version that knows the migration which the newer one needs, and refused by one that does not', async () => {
    await onDatabase(databaseWithoutAccounts(), async (db) => {
      await migrate(db, newerSource('9997-contract.needs-0011'))
      assert.deepEqual(await migrate(db), [])
      await migrate(db, newerSource('9997-contract.needs-0011', '9998-new', '9999-contract.needs-9998'))
      await assert.rejects(migrate(db), {
        message: 'a newer version has changed the database so that this one cannot use it: 9999-contract.needs-9998'
      })
    })
  })

  it('is refused by a version with migrations that it lacks', async () => {
    await onDatabase(databaseWithoutAccounts(), async (db) => {
      await migrate(db, newerSource('9998-theirs'))
      await assert.rejects(migrate(db, newerSource('9999-ours')), {
        message: 'another version has changed the database: it has 9998-theirs and lacks 9999-ours'
      })
    })
  })
})

describe('undoMigration', () => {
  after(removeOwnTemplate)

  it('restores the schema of before; the next start of the newer version applies it again', async () => {
    await onDatabase(databaseWithoutAccounts(), async (db) => {
      const [before, source] = [await catalogOf(db), newerSource('9998-sample')]
      await migrate(db, source)
      await undoMigration(db, '9998-sample', source)
      assert.deepEqual(await catalogOf(db), before)
      assert.deepEqual(await migrate(db, source), ['9998-sample'])
    })
  })

  it('refuses another than the newest, one of a newer version, and one that cannot be undone, and changes nothing', async () => {
    await onDatabase(databaseWithoutAccounts(), async (db) => {
      await migrate(db, newerSource('9998-sample'))
      const before = await catalogOf(db)
      const forGood = sourceOf({ ...migrations, '9998-sample': SAMPLE.up })
      await assert.rejects(undoMigration(db, '9998-sample', forGood), {
        message: 'the migration 9998-sample cannot be undone'
      })
      await assert.rejects(undoMigration(db, FIRST), {
        message: `the newest migration is 9998-sample, not ${FIRST}`
      })
      await assert.rejects(
        undoMigration(db, '9998-sample'),
        /this version does not know 9998-sample: undo it with the version/
      )
      assert.deepEqual(await catalogOf(db), before)
    })
    await onDatabase(emptyDatabase(), async (db) => {
      await assert.rejects(undoMigration(db, FIRST), {
        message: `the newest migration is none, not ${FIRST}`
      })
    })
  })
})
