import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect, type Database } from '../../src/database/connection/connect.js'
import { migrate, migrateOnce } from '../../src/database/migrations/migrate.js'
import { patientConnection } from '../../src/database/connection/postgres.js'
import { emptyDatabase, migrations, schema, type TestDatabase } from '../support/database.js'
import { catalogOf } from './catalog.js'

const names = Object.keys(migrations)
const onPostgres = process.env.DATABASE_URL !== undefined

describe('migrate', () => {
  const made: TestDatabase[] = []
  const opened: Database[] = []
  const patient: Knex[] = []
  let place: TestDatabase

  beforeEach(async () => {
    place = await newPlace()
  })
  afterEach(async () => {
    await Promise.all(patient.splice(0).map((db) => db.destroy()))
    await Promise.all(opened.splice(0).map((database) => database.close()))
    await Promise.all(made.splice(0).map((database) => database.remove()))
  })

  async function newPlace(): Promise<TestDatabase> {
    const database = await emptyDatabase()
    made.push(database)
    return database
  }

  /** Without limits of time, as the server migrates. */
  async function open({ env }: TestDatabase = place): Promise<Knex> {
    if (env.DATABASE_URL === undefined) return (await openDatabase(env)).db
    const db = patientConnection(env.DATABASE_URL, schema)
    patient.push(db)
    return db
  }

  async function openDatabase(env: Record<string, string>): Promise<Database> {
    const database = await connect(readConfig(env))
    opened.push(database)
    return database
  }

  it('applies every migration once, in order', async () => {
    const db = await open()
    assert.deepEqual(await migrate(db), names)
    assert.deepEqual([...names].sort(), names)
  })

  it('changes nothing when it runs again', async () => {
    const db = await open()
    await migrate(db)
    const before = await catalogOf(db)
    assert.deepEqual(await migrate(db), [])
    assert.deepEqual(await catalogOf(db), before)
  })

  it('makes the same schema on an empty database as on one that was migrated version by version', async () => {
    const fresh = await open()
    await migrate(fresh)
    const stepwise = await open(await newPlace())
    for (const name of names) {
      assert.deepEqual(await migrateOnce(stepwise), [name])
    }
    assert.deepEqual(await migrate(stepwise), [])
    const catalog = await catalogOf(fresh)
    assert.ok(catalog.columns!.length > 50 && catalog['rows of julong.rights']!.length > 0)
    assert.deepEqual(await catalogOf(stepwise), catalog)
  })

  it('refuses a database that a version before 0.1.0 has migrated, in one line, and changes nothing in it', async () => {
    for (const schema of ['quintet', 'public']) {
      const db = await open(await newPlace())
      await db.raw(`
        create schema if not exists ${schema};
        create table ${schema}.knex_migrations (id serial primary key, name text, batch integer);
        insert into ${schema}.knex_migrations (name, batch) values ('0001-tokens', 1), ('0002-tms', 1)`)
      const before = await relationsOf(db)
      await assert.rejects(migrate(db), {
        message: /^the database was made by a version before 0\.1\.0, [^\n]*: start on an empty database[^\n]*$/
      })
      assert.deepEqual(await relationsOf(db), before)
    }
  })

  it('rolls back a migration that fails, and those before it in its transaction', async () => {
    const db = await open()
    await migrate(db)
    const before = await catalogOf(db)
    const source = schema.migratesAtOnce ? sourceWith('9998-whole', '9999-broken') : sourceWith('9999-broken')
    await assert.rejects(migrate(db, source), /syntax error/)
    assert.deepEqual(await catalogOf(db), before)
  })

  it(
    'is applied once by five servers that start together',
    { skip: !onPostgres && 'the embedded database has one session' },
    async () => {
      await Promise.all(Array.from({ length: 5 }, () => openDatabase(place.env)))
      const applied = await Promise.all(opened.map((server) => server.withoutTimeouts((db) => migrate(db))))
      assert.deepEqual(applied.flat().sort(), names)
      const alone = await open(await newPlace())
      await migrate(alone)
      assert.deepEqual(await catalogOf(opened[0]!.db), await catalogOf(alone))
    }
  )
})

async function relationsOf(db: Knex): Promise<unknown[]> {
  return db.select(db.raw('oid::regclass::text as name')).from('pg_class').where('oid', '>=', 16_384).orderBy('name')
}

const STATEMENTS: Record<string, string[]> = {
  '9998-whole': ['create table whole (id integer)'],
  '9999-broken': ['create table half (id integer)', 'create tabel half_more (id integer)']
}

/** The migrations and these. */
function sourceWith(...added: string[]): Knex.MigrationSource<string> {
  const up = async (db: Knex, name: string) => {
    for (const statement of STATEMENTS[name]!) await db.raw(statement)
  }
  return {
    getMigrations: async () => [...names, ...added],
    getMigrationName: (name) => name,
    getMigration: async (name) => ({ up: (db) => up(db, name), down: async () => {} })
  }
}
