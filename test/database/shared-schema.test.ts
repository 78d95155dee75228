import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { migrate, migrateOnce } from '../../src/database/migrations/migrate.js'
import { emptyDatabase, ownedDatabase, type OwnedDatabase, type TestDatabase } from '../support/database.js'
import { login } from '../support/sessions.js'
import { startServerOn } from '../support/server.js'
import { catalogOf } from './catalog.js'

const onPostgres = process.env.DATABASE_URL !== undefined
const skip = !onPostgres && 'the embedded database has one role'

/** What is in `public` that no extension put there. */
const IN_PUBLIC = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace
  union all
  select proname from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`

/** The first versions made these in `public`, and functions that name it. */
const BACK_TO_PUBLIC = `
  alter table quintet.knex_migrations set schema public;
  alter table quintet.knex_migrations_lock set schema public;
  alter table quintet.revoked_tokens set schema public;
  alter table quintet.rate_limits set schema public;
  alter table quintet.imports set schema public;
  alter table quintet.account_counts set schema public;
  alter function quintet.count_accounts set schema public;
  alter function quintet.count_new_accounts set schema public;
  alter function quintet.count_changed_account set schema public;
  drop schema quintet`

const ACCOUNTS = `
  insert into tms.users (username, canonical_name, password_hash)
    select 'user' || i, 'user' || i, '' from generate_series(1, 300) i`

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

  it('takes over, with its rows, what an earlier version made in public', async () => {
    const fresh = await within(async (db) => {
      await db.raw('create extension pg_trgm schema public')
      await migrate(db)
      return catalogOf(db)
    })
    await within(async (db) => {
      await db.raw('create extension pg_trgm schema public')
      while ((await migrateOnce(db))[0] !== '0013-search-pending');
      await db.raw(BACK_TO_PUBLIC)
      await db.raw(ACCOUNTS)
      await db.raw(`insert into public.revoked_tokens values (gen_random_uuid(), now())`)
      assert.equal((await migrate(db))[0], '0014-shared-schema')
      assert.deepEqual(await migrate(db), [])
      assert.deepEqual((await db.raw(IN_PUBLIC)).rows, [])

      const { rows } = await db.raw('select count(*)::integer as tokens from quintet.revoked_tokens')
      assert.equal(rows[0].tokens, 1)
      await db.raw('update tms.users set removed_at = now() where id <= 100')
      assert.equal(Number(await countOf(db)), 200)
      await db.raw('delete from tms.users')
      await db.raw('truncate quintet.account_counts, quintet.revoked_tokens, tms.users, tms.tasks restart identity')
      assert.deepEqual(await catalogOf(db), fresh)
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
      assert.equal((await db('quintet.knex_migrations').select('name')).length > 10, true)
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

async function countOf(db: Knex): Promise<unknown> {
  const { rows } = await db.raw(`select sum(accounts) as accounts from quintet.account_counts where realm = 'tms'`)
  return rows[0].accounts
}
