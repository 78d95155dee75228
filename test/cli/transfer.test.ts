import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { realmNames } from '../../src/accounts/realm.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, emptyDatabase, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { startMain } from '../support/main.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

/** `currentpassword`, hashed by bcrypt under the name that PHP gives to it. */
const PHP_HASH = '$2y$04$FnjtWGGQusUbxQsjlheYcug0I/socpsDIkE35By6iBV9V57MK2YXm'
const NO_SAMPLES = { SAMPLE_ACCOUNTS: '0' }

describe('admin export and import', () => {
  let full: TestDatabase
  let empty: TestDatabase
  let folder: string
  beforeEach(async () => {
    full = await copyOfTemplate()
    empty = await emptyDatabase()
    folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
  })
  afterEach(async () => {
    await Promise.all([full.remove(), empty.remove(), rm(folder, { recursive: true })])
  })
  after(removeOwnTemplate)

  const into = async (realm: string, lines: string[]) => {
    const file = join(folder, `${realm}.ndjson`)
    await writeFile(file, lines.map((line) => `${line}\n`).join(''))
    const words = `import --realm ${realm} --file ${file}`
    return outcome(await admin(words, { env: { ...empty.env, ...NO_SAMPLES } }))
  }

  it('moves every realm to another database, where everybody logs in as before', async () => {
    for (const realm of realmNames) {
      const exported = outcome(await admin(`export --realm ${realm}`, { env: full.env }))
      assert.equal(exported.code, 0, exported.stderr.join())
      assert.equal((await into(realm, exported.stdout)).code, 0, realm)
    }
    const server = await startMain({ ...empty.env, ...NO_SAMPLES })
    const client = createClient(server.origin)
    await login(client, 'tms', '32088', 'zhou0914.')
    await login(client, 'user-login', 'user@example.com', 'currentpassword')
    await login(client, 'back-office', 'auroralorigin', '123456')
    const token = await login(client, 'julong', 'admin', '123456')
    assert.equal((await client.get('/api/private/v1/roles', { token })).status, 200)
    const waste = await login(client, 'waste-sorting', 'usertest', 'usertest')
    assert.equal((await client.get('/api/admin/users', { token: waste })).status, 403)
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
  })

  it('imports nothing of a file with a wrong line, and says which', async () => {
    const good = JSON.stringify({ name: 'good', password_hash: PHP_HASH })
    const wrong: [line: string, reason: RegExp][] = [
      ['{', /^line 2: is no JSON$/],
      [JSON.stringify({ name: 'x', password_hash: 'secret' }), /^line 2: password_hash is neither bcrypt nor argon2$/],
      [JSON.stringify({ name: 'x', password_hash: PHP_HASH, is_admin: true }), /^line 2: .*is_admin/],
      [JSON.stringify({ name: 'x', password_hash: PHP_HASH, role_id: 77 }), /^line 2: role_id 77 is no role of julong$/]
    ]
    for (const [line, reason] of wrong) {
      const { code, stderr } = await into('julong', [good, line])
      assert.equal(code, 1)
      assert.match(stderr.at(-2) ?? '', reason)
      assert.equal(stderr.at(-1), '1 of 2 lines are wrong; nothing is imported')
    }
    const { stdout } = outcome(await admin('list --realm julong', { env: { ...empty.env, ...NO_SAMPLES } }))
    assert.equal(stdout.length, 1)
  })

  it('tells duplicates by line, and imports a file once', async () => {
    const lines = ['Anna', 'ben', 'ＡＮＮＡ'].map((name) => JSON.stringify({ name, password_hash: PHP_HASH }))
    const first = await into('tms', lines)
    assert.deepEqual(first.stdout, ['line 3: ＡＮＮＡ is taken'])
    assert.equal(first.stderr.at(-1), '2 imported, 1 left out because their name is taken')
    const again = await into('tms', lines)
    assert.deepEqual(again.stdout, [])
    assert.equal(again.stderr[0], 'lines 1 to 3 are done already')
    const { stdout } = outcome(
      await admin('audit --realm tms --action account-import', { env: { ...empty.env, ...NO_SAMPLES } })
    )
    assert.deepEqual(
      stdout.slice(1).map((row) => row.split('\t')[5]),
      ['ben', 'Anna']
    )
  })
})
