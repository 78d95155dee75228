import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { emptyDatabase, migrations, ownedDatabase, type OwnedDatabase, type TestDatabase } from '../support/database.js'
import { login } from '../support/sessions.js'
import { startServerOn } from '../support/server.js'

const onPostgres = process.env.DATABASE_URL !== undefined
const skip = !onPostgres && 'the embedded database has one role'

/** What is in `public` that no extension put there. */
const IN_PUBLIC = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace
  union all
  select proname from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`

describe('the schema quintet', () => {
  const made: TestDatabase[] = []
  afterEach(async () => {
    await Promise.all(made.splice(0).map((database) => database.remove()))
  })

  async function place(): Promise<TestDatabase> {
    const database = await emptyDatabase()
    made.push(database)
    return database
  }

  async function ownedPlace(): Promise<OwnedDatabase> {
    const database = await ownedDatabase()
    made.push(database)
    return database
  }

  async function within<Result>(work: (db: Knex) => Promise<Result>, database?: TestDatabase): Promise<Result> {
    const { env } = database ?? (await place())
    const opened = await connect(readConfig(env))
    try {
      return await opened.withoutTimeouts(work)
    } finally {
      await opened.close()
    }
  }

  it('holds all that the realms share, and public holds nothing', async () => {
    await within(async (db) => {
      await migrate(db)
      assert.deepEqual((await db.raw(IN_PUBLIC)).rows, [])
    })
  })

  it('leaves the list of migrations of another program alone, and its tables', async () => {
    await within(async (db) => {
      await db.raw(`
        create table public.knex_migrations (id serial primary key, name text);
        insert into public.knex_migrations (name) values ('20240101_init.js');
        create table public.rate_limits (whose text);
        insert into public.rate_limits values ('theirs')`)
      await migrate(db)
      assert.deepEqual(await db('public.knex_migrations').pluck('name'), ['20240101_init.js'])
      assert.deepEqual(await db('public.rate_limits').pluck('whose'), ['theirs'])
      assert.deepEqual(await db('quintet.knex_migrations').orderBy('id').pluck('name'), Object.keys(migrations))
    })
  })

  it('is made where the list in public has no names, or may not be read', { skip }, async () => {
    for (const list of ['(version integer)', '(name text)']) {
      const database = await ownedPlace()
      await database.asAdministrator(`create table public.knex_migrations ${list}`)
      await within((db) => migrate(db), database)
    }
  })

  it('finds pg_trgm in whichever schema it is installed', async () => {
    const database = await place()
    await within(async (db) => {
      await db.raw('create schema extensions; create extension pg_trgm schema extensions')
      await migrate(db)
      const { rows } = await db.raw(
        `select extnamespace::regnamespace::text as schema from pg_extension where extname = 'pg_trgm'`
      )
      assert.deepEqual(rows, [{ schema: 'extensions' }])
    }, database)
  })

  it('needs a role no right but to create in the database, whatever its search_path', { skip }, async () => {
    for (const path of [`''`, '"$user", nowhere', 'pg_catalog']) {
      const database = await ownedPlace()
      await database.asAdministrator(`alter role ${database.role} set search_path = ${path}`)
      const server = await startServerOn(database, { SAMPLE_ACCOUNTS: '1' })
      try {
        const token = await login(server.client, 'tms', 'admin', 'zhou0914.')
        assert.equal((await server.client.get('/tms/user/me', { token })).status, 200)
        assert.equal((await server.client.put('/tms/logout', { token })).status, 200)
        assert.deepEqual((await server.db.raw(IN_PUBLIC)).rows, [])
        assert.deepEqual(
          server.logged.filter((line) => line.includes('"internal error"')),
          []
        )
      } finally {
        await server.stop()
      }
    }
  })
})
