import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Knex } from 'knex'
import { realmNames } from '../../src/config/realm-names.js'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { packageRoot } from '../../src/config/package-root.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, databaseWithoutAccounts, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { startMain } from '../support/main.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

/** `currentpassword`, hashed by bcrypt under the name that PHP gives to it. */
const PHP_HASH = '$2y$04$FnjtWGGQusUbxQsjlheYcug0I/socpsDIkE35By6iBV9V57MK2YXm'

const account = (name: string, columns: Record<string, unknown> = {}): string =>
  JSON.stringify({ name, password_hash: PHP_HASH, ...columns })

describe('admin export and import', () => {
  let full: TestDatabase
  let empty: TestDatabase
  let folder: string
  beforeEach(async () => {
    full = await copyOfTemplate()
    empty = await databaseWithoutAccounts()
    folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
  })
  afterEach(async () => {
    await Promise.all([full.remove(), empty.remove(), rm(folder, { recursive: true })])
  })
  after(removeOwnTemplate)

  const run = async (words: string) => outcome(await admin(words, empty))

  const into = async (realm: string, content: string | Uint8Array, options = '', ending = 'ndjson') => {
    const file = join(folder, `accounts.${ending}`)
    await writeFile(file, content)
    return run(`import --realm ${realm} --file ${file}${options}`)
  }

  const summary = (read: number, imported: number, taken: number, repeated: number, words = 'imported'): string =>
    `${read} read, ${imported} ${words}, ${taken} left out because an account has their name, ` +
    `${repeated} left out because an earlier line has it`

  /** What the database that was empty has, without another start of the command line. */
  const rowsOf = async (query: (db: Knex) => Knex.QueryBuilder): Promise<Record<string, unknown>[]> => {
    const { db, close } = await connect(readConfig(empty.env))
    const rows = (await query(db)) as Record<string, unknown>[]
    await close()
    return rows
  }

  it('moves every realm to another database, where everybody logs in as before', async () => {
    for (const [index, realm] of realmNames.entries()) {
      const format = index % 2 === 0 ? 'ndjson' : 'csv'
      const exported = await admin(`export --realm ${realm} --format ${format}`, { env: full.env })
      assert.equal(exported.code, 0, exported.stderr)
      const { code, stderr } = await into(realm, exported.stdout, '', format)
      assert.equal(code, 0, `${realm}: ${stderr.join()}`)
    }
    const server = await startMain(empty.env)
    const client = createClient(server.origin)
    await login(client, 'tms', '32088', 'zhou0914.')
    await login(client, 'user-login', 'user@example.com', 'currentpassword')
    await login(client, 'back-office', 'auroralorigin', '123456')
    const token = await login(client, 'julong', 'admin', '123456')
    assert.equal((await client.get('/api/private/v1/roles', { token })).status, 200)
    const { body } = await client.get('/api/private/v1/audit?pagenum=1&pagesize=10&action=account-import', { token })
    assert.deepEqual(body.data.events[0].detail, { accounts: 1 })
    const waste = await login(client, 'waste-sorting', 'usertest', 'usertest')
    assert.equal((await client.get('/api/admin/users', { token: waste })).status, 403)
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
  })

  it('imports nothing of a file with wrong lines, and says which and why', async () => {
    const moment = /^created_at is no moment such as /
    const wrong: [line: string | Uint8Array, reason: RegExp][] = [
      ['{', /^is no JSON$/],
      [Buffer.from(account('\u00d6\u00d0'), 'latin1'), /^is not UTF-8$/],
      [account('x', { password_hash: 'secret' }), /^password_hash is /],
      [account('x', { is_admin: true }), /is_admin/],
      [account('x\\ud800').replaceAll('\\\\', '\\'), /^name has a lone surrogate$/],
      [account('x', { email: '\\ud800x' }).replaceAll('\\\\', '\\'), /^email has a lone surrogate$/],
      [account('x', { mobile: 'a\0' }), /^mobile must match pattern/],
      [account('x', { type: 40_000 }), /^type must be <= 32767/],
      [account('x', { created_at: '0001-01-01T00:00:00+08:00' }), /^created_at is before 1970$/],
      [account('x', { created_at: '9999-12-31T23:59:59Z' }), /^created_at is in the future$/],
      [account('x', { created_at: '2024-06-01T24:00:00Z' }), moment],
      [account('x', { created_at: '2024-06-01T00:00:00+14:30' }), moment],
      [account('x', { role_id: 77 }), /^there is no role 77; /],
      [account('x', { role_id: 0, role: 'root' }), /^role 0 is 超级管理员 here, not root; /]
    ]
    const good = Array.from({ length: 505 }, (_, index) => account(`good ${index}`))
    const lines = [...good, ...wrong.map(([line]) => line), account('last')]
    const { code, stdout, stderr } = await into(
      'julong',
      Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line as string), Buffer.from('\n')])))
    )
    assert.deepEqual({ code, stdout }, { code: 1, stdout: [] })
    const reported = stderr.slice(-wrong.length - 1)
    assert.equal(reported.pop(), `${wrong.length} of 520 accounts are wrong; nothing is imported`)
    for (const [index, [, reason]] of wrong.entries()) {
      assert.ok(reported[index]!.startsWith(`line ${506 + index}: `), reported[index])
      assert.match(reported[index]!.replace(/^line \d+: /, ''), reason)
    }
    assert.deepEqual(await rowsOf((db) => db('julong.users').select('id')), [])
    assert.deepEqual(await rowsOf((db) => db('audit.events').select('id')), [])
  })

  it('says in one line that a file is not there, or is a folder', async () => {
    for (const [file, reason] of [
      [join(folder, 'nowhere'), /^cannot run: ENOENT: /],
      [folder, /^cannot run: EISDIR: /]
    ] as const) {
      const { code, stdout, stderr } = await run(`import --realm tms --file ${file}`)
      assert.deepEqual({ code, stdout }, { code: 1, stdout: [] })
      assert.match(stderr.at(-1)!, reason)
      assert.ok(
        stderr.slice(0, -1).every((line) => line.startsWith('Creating')),
        stderr.join('\n')
      )
    }
  })

  it('accepts a byte order mark and blank lines, and reports UTF-16', async () => {
    const content = `\uFEFF${account('a\u2028b')}\r\n\r\n${account('c')}\n\n`
    const wide = await into('tms', Buffer.from(content, 'utf16le'))
    assert.equal(wide.code, 1)
    assert.match(wide.stderr.at(-1)!, /^the file is UTF-16; save it as UTF-8 .*; nothing is imported$/)
    assert.deepEqual((await into('tms', content)).stderr.at(-1), summary(2, 2, 0, 0))
    const names = await rowsOf((db) => db('tms.users').orderBy('id').select('username'))
    assert.deepEqual(names, [{ username: 'a\u2028b' }, { username: 'c' }])
  })

  it('leaves out names that are taken, in a dry run too, which writes nothing', async () => {
    const lines = ['Anna', 'ben', 'ＡＮＮＡ'].map((name) => account(name)).join('\n')
    const dry = await into('tms', lines, ' --dry-run')
    assert.deepEqual(dry.stdout, ['line 3: ＡＮＮＡ is the name of line 1 too'])
    assert.equal(dry.stderr.at(-1), summary(3, 2, 0, 1, 'would be imported'))
    assert.deepEqual(await rowsOf((db) => db('tms.users').select('id')), [])
    assert.deepEqual(await rowsOf((db) => db('audit.events').select('id')), [])

    assert.equal((await into('tms', lines)).stderr.at(-1), summary(3, 2, 0, 1))
    await run('remove --realm tms --name anna')
    const again = await into('tms', lines)
    assert.deepEqual(again.stdout, ['line 2: ben is taken', 'line 3: ＡＮＮＡ is the name of line 1 too'])
    assert.deepEqual([again.code, again.stderr.at(-1)], [0, summary(3, 1, 1, 1)])
    const events = await rowsOf((db) => {
      return db('audit.events').where('action', 'account-import').orderBy('id').select('target_name', 'detail')
    })
    assert.deepEqual(
      events.map(({ target_name: target, detail }) => target ?? detail),
      ['Anna', 'ben', { accounts: 2 }, 'Anna', { accounts: 1 }]
    )
  })

  it('reads from pipes, and exits quietly when the reader closes its pipe', async () => {
    const program = `"${process.execPath}" --enable-source-maps "${fileURLToPath(new URL('dist/src/cli/admin.js', packageRoot))}"`
    const script = `
      set -e -o pipefail
      file() { for i in 1 2 3; do echo '{"name":"'$1-$i'","password_hash":"${PHP_HASH}"}'; done; }
      file a | ${program} import --realm tms --file -
      file b | ${program} import --realm tms --file /dev/stdin
      ${program} import --realm tms --file <(file c)
      set +o pipefail
      ${program} export --realm tms | head -c 1
      echo; echo \${PIPESTATUS[0]}`
    const env = { PATH: process.env.PATH, ...empty.env }
    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-c', script], { env })
    assert.equal(stdout, '{\n0\n')
    const said = stderr.split('\n').filter((line) => !/^Creating/.test(line))
    assert.deepEqual(said.slice(0, 3), Array(3).fill(summary(3, 3, 0, 0)))
    assert.ok(!/EPIPE|Error/.test(stderr), stderr)
  })
})
