import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { admin, outcome } from '../cli/run.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { login } from '../support/sessions.js'
import { startServerOn } from '../support/server.js'

const BASE = '/api/private/v1'
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`

/** What an engine may lack, and how it is found in a catalog. */
const LACKING = {
  extensions: `select extname from pg_extension where extname <> 'plpgsql'`,
  triggers: `select tgname from pg_trigger where not tgisinternal`,
  'functions in another language than SQL': `
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where ${OURS} and l.lanname <> 'sql'`,
  'partitioned or unlogged tables': `
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and (c.relkind = 'p' or c.relispartition or c.relpersistence <> 'p')`,
  'indexes that are no B-tree': `
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam
    where ${OURS} and c.relkind = 'i' and a.amname <> 'btree'`,
  'statistics of expressions': `select stxname from pg_statistic_ext`
}

/** Tables and views, each with its columns and whether they may be null. */
const COLUMNS = `
  select n.nspname || '.' || c.relname || '.' || a.attname as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'v', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  order by 1`
/** What the schema of PostgreSQL alone has: rows of a count, months, timelines of replicas. */
const FULL_ONLY = /\.shard$|^audit\.parts\.|^quintet\.timelines\./
/** Rows that are locked, and texts of the search. */
const PORTABLE_ONLY = [
  'audit.writers.slot',
  'quintet.locks.name',
  'julong.users.search_text',
  'back_office.admins.search_text'
]

describe('the portable schema', () => {
  const places: TestDatabase[] = []
  let portable: TestDatabase
  let full: TestDatabase
  before(async () => {
    portable = await place('portable')
    full = await place('postgresql')
  })
  after(async () => {
    await Promise.all(places.map((database) => database.remove()))
  })

  async function place(schema: string): Promise<TestDatabase> {
    const database = await emptyDatabase()
    places.push(database)
    return { ...database, env: { ...database.env, DATABASE_SCHEMA: schema } }
  }

  async function within<Result>({ env }: TestDatabase, work: (db: Knex) => Promise<Result>): Promise<Result> {
    const database = await connect(readConfig(env))
    try {
      return await database.withoutTimeouts(async (db) => {
        await migrate(db)
        return work(db)
      })
    } finally {
      await database.close()
    }
  }

  async function namesIn(database: TestDatabase, query: string): Promise<string[]> {
    return within(database, async (db) => {
      const { rows } = await db.raw<{ rows: Record<string, string>[] }>(query)
      return rows.map((row) => Object.values(row).join())
    })
  }

  for (const [name, query] of Object.entries(LACKING)) {
    it(`has no ${name}, which the other has`, async () => {
      assert.deepEqual(await namesIn(portable, query), [])
      assert.notDeepEqual(await namesIn(full, query), [])
    })
  }

  it('has the same tables, views and columns as the other, but for months and counters', async () => {
    const expected = (await namesIn(full, COLUMNS)).filter((name) => !FULL_ONLY.test(name))
    const found = (await namesIn(portable, COLUMNS)).filter((name) => !PORTABLE_ONLY.includes(name))
    assert.ok(expected.length > 200)
    assert.deepEqual(found, expected)
  })

  it('is refused by a server of the other schema, and the other by its servers, in one line', async () => {
    await Promise.all([portable, full].map((database) => within(database, () => Promise.resolve())))
    for (const [own, other] of [
      ['portable', full],
      ['postgresql', portable]
    ] as const) {
      const { code, stderr } = outcome(await admin('list --realm tms', { env: { ...other.env, DATABASE_SCHEMA: own } }))
      const message = `the database was made with DATABASE_SCHEMA=${other.env.DATABASE_SCHEMA}: start the server with that, or on another database`
      assert.deepEqual([code, stderr], [1, [`cannot run: ${message}`]])
    }
  })

  it('has no months that can be archived', async () => {
    const { code, stderr } = outcome(await admin('audit --archive --file nowhere', portable))
    assert.deepEqual([code, stderr], [1, ['DATABASE_SCHEMA=portable has no months of the audit trail to archive']])
  })

  it('counts and finds what was written in the moment before', async () => {
    const server = await startServerOn(portable, { SAMPLE_ACCOUNTS: '1' })
    try {
      const { client } = server
      const token = await login(client, 'julong', 'admin', '123456')
      const page = async (query: string) => {
        const { body } = await client.get(`${BASE}/user?pagenum=1&pagesize=1&query=${query}`, { token })
        return body.data as { total: number; users: { username: string }[] }
      }
      const { total } = await page('')
      for (const name of ['Straße 1', 'straSSE 2', '张三'])
        assert.equal(
          (await client.post(`${BASE}/users`, { token, json: { userName: name, password: '123456' } })).status,
          201
        )
      assert.equal((await page('')).total, total + 3)
      assert.equal((await page('STRASSE')).total, 2)
      assert.equal((await page('三')).total, 1)
      const { body } = await client.get(`${BASE}/user/count?by=role`, { token })
      assert.equal(body.data.total, total + 3)
    } finally {
      await server.stop()
    }
  })
})
