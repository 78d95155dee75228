import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { ownedDatabase, type OwnedDatabase } from '../support/database.js'
import { login } from '../support/sessions.js'
import { startServerOn } from '../support/server.js'

const skip = process.env.DATABASE_URL === undefined && 'the embedded database has settings of its own'

/** A statement may go wrong by each, or what is read of its rows, so the session sets it itself. */
const OVERRIDDEN = {
  TimeZone: 'Asia/Shanghai',
  DateStyle: 'SQL, DMY',
  IntervalStyle: 'iso_8601',
  extra_float_digits: '-15',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  default_transaction_isolation: 'serializable',
  lock_timeout: '1ms',
  gin_fuzzy_search_limit: '1'
}
const HOSTILE = {
  ...OVERRIDDEN,
  bytea_output: 'escape',
  search_path: '',
  quote_all_identifiers: 'on',
  statement_timeout: '100s'
}

describe('a session with PostgreSQL', { skip }, () => {
  const made: OwnedDatabase[] = []
  afterEach(async () => {
    await Promise.all(made.splice(0).map((database) => database.remove()))
  })

  async function place(options?: string): Promise<OwnedDatabase> {
    const database = await ownedDatabase(options)
    made.push(database)
    return database
  }

  /** What the server answers on this database, and the settings of its sessions. */
  async function answersOn(database: OwnedDatabase, change: (url: URL) => unknown = () => {}) {
    const url = new URL(database.env.DATABASE_URL!)
    change(url)
    const server = await startServerOn(database, { DATABASE_URL: url.href, SAMPLE_ACCOUNTS: '1' })
    try {
      const token = await login(server.client, 'tms', 'admin', 'zhou0914.')
      const json = { description: 'd', detail: 'd', type: 't', price: 1234567.89 }
      const made = await server.client.post('/tms/task/create', { token, json })
      const me = await server.client.get('/tms/user/me', { token })
      const tasks = await server.client.get('/tms/task/list', { token })
      assert.deepEqual([made.status, me.status, tasks.status], [200, 200, 200], JSON.stringify(made.body))
      assert.deepEqual(
        server.logged.filter((line) => line.includes('"internal error"')),
        []
      )
      const withoutTimes = (body: unknown): unknown =>
        JSON.parse(JSON.stringify(body).replace(/"(\w*time\w*|\w*_at)":"[^"]*"/g, '"$1":"…"'))
      const hours = JSON.stringify(me.body).match(/\d{4}-\d\d-\d\d[ T]\d\d/g)
      const settings = await server
        .db('pg_settings')
        .whereIn('name', Object.keys(OVERRIDDEN))
        .orderBy('name')
        .select('name', 'setting')
      assert.equal(settings.length, Object.keys(OVERRIDDEN).length)
      return { bodies: [me, tasks].map(({ body }) => withoutTimes(body)), hours, settings }
    } finally {
      await server.stop()
    }
  }

  it('does not depend on the settings of the role, the database or the address', async () => {
    const expected = await answersOn(await place())
    const database = await place()
    const { pathname } = new URL(database.env.DATABASE_URL!)
    for (const [name, value] of Object.entries(HOSTILE)) {
      await database.asAdministrator(`alter role ${database.role} set ${name} = '${value}'`)
    }
    await database.asAdministrator(`alter database ${pathname.slice(1)} set timezone = 'America/New_York'`)
    assert.deepEqual(await answersOn(database, (url) => (url.search = '?options=-c%20work_mem%3D8MB')), expected)
  })

  it('keeps the options of the URL, but overrides those that it sets itself', async () => {
    const database = await place()
    const options = encodeURIComponent('-c work_mem=8MB -c timezone=Asia/Shanghai')
    const opened = await connect(
      readConfig({ ...database.env, DATABASE_URL: `${database.env.DATABASE_URL}?options=${options}` })
    )
    try {
      for (const work of [opened.withoutTimeouts, (run: typeof shown) => run(opened.db)]) {
        assert.deepEqual(await work(shown), { memory: '8MB', zone: 'UTC' })
      }
    } finally {
      await opened.close()
    }
  })

  it('warns at start when the role or the database is read-only', async () => {
    const database = await place()
    await database.asAdministrator(`alter role ${database.role} set default_transaction_read_only = on`)
    const warnings: string[] = []
    const opened = await connect(readConfig(database.env), { onWarning: (message) => warnings.push(message) })
    await opened.close()
    assert.deepEqual(warnings, ['the database takes no changes: default_transaction_read_only is on'])
  })

  it('is refused by a database that cannot store Chinese', async () => {
    const { env } = await place(`encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`)
    await assert.rejects(connect(readConfig(env)), /has the encoding LATIN1, which cannot store Chinese; make one with/)
  })

  it('uses the first of several hosts that answers', async () => {
    const database = await place()
    const { host, pathname, username, password } = new URL(database.env.DATABASE_URL!)
    const url = `postgres://${username}:${password}@127.0.0.1:1,${host}${pathname}`
    const opened = await connect(readConfig({ ...database.env, DATABASE_URL: url }))
    assert.deepEqual((await opened.db.raw('select 1 as one')).rows, [{ one: 1 }])
    await opened.close()
    await assert.rejects(
      connect(readConfig({ DATABASE_URL: 'postgres://127.0.0.1:1,localhost:1/x' })),
      /at 127.0.0.1:1, localhost:1: 127.0.0.1: connect ECONNREFUSED.*; localhost: /
    )
  })

  it('connects through a Unix socket', async () => {
    const database = await place()
    const { port, pathname, username, password } = new URL(database.env.DATABASE_URL!)
    await database.asAdministrator(`grant pg_read_all_settings to ${database.role}`)
    const opened = await connect(readConfig(database.env))
    const { rows } = await opened.db.raw(`select current_setting('unix_socket_directories') as folders`)
    await opened.close()
    const [folder] = rows[0].folders.split(', ')
    for (const url of [
      `postgres://${username}:${password}@${encodeURIComponent(folder)}:${port}${pathname}`,
      `postgres://${username}:${password}@${pathname}?host=${folder}&port=${port}`
    ]) {
      const opened = await connect(readConfig({ ...database.env, DATABASE_URL: url }))
      assert.deepEqual((await opened.db.raw('select inet_client_addr() as address')).rows, [{ address: null }])
      await opened.close()
    }
  })
})

async function shown(db: { raw(query: string): PromiseLike<unknown> }): Promise<unknown> {
  const { rows } = (await db.raw(
    `select current_setting('work_mem') as memory, current_setting('timezone') as zone`
  )) as { rows: unknown[] }
  return rows[0]
}
