import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { emailColumn } from '../../src/realms/file-columns.js'
import { realmNamed } from '../../src/realms/realms.js'
import { freshEmail, freshName } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import {
  copyOfTemplate,
  databaseWithoutAccounts,
  emptyDatabase,
  removeOwnTemplate,
  type TestDatabase
} from '../support/database.js'
import { startMain } from '../support/main.js'
import { runProgram } from '../support/program.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

const PRODUCTION = {
  NODE_ENV: 'production',
  TOKEN_SECRET: 'a-secret-of-more-than-thirty-two-bytes',
  SAMPLE_ACCOUNTS: '',
  HASH_COST: ''
}

const newNameOf = (realm: RealmName) => (realmNamed(realm).fileName === emailColumn ? 'boss@example.com' : 'boss')

describe('admin on accounts', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await copyOfTemplate()
  })
  afterEach(() => database.remove())
  after(removeOwnTemplate)

  const run = async (words: string, input?: string, env: Record<string, string> = {}) =>
    outcome(await admin(words, { env: { ...database.env, ...env }, input }))
  const refused = async (words: string, line: string, input?: string, env: Record<string, string> = {}) =>
    assert.deepEqual(await run(words, input, env), { code: 1, stdout: [], stderr: [line] }, words)

  it('creates administrators that log in, in production too', async () => {
    await database.remove()
    database = await emptyDatabase()
    for (const realm of realmNames) {
      const role = realmNamed(realm).administratorRole
      const words = `create --realm ${realm} --name ${newNameOf(realm)}${role === undefined ? '' : ` --role ${role}`}`
      const created = await run(words, 'correct horse\n', PRODUCTION)
      assert.equal(created.code, 0, created.stderr.join())
      assert.deepEqual(created.stdout, [])
      assert.match(created.stderr.at(-1)!, new RegExp(`^${realm} account ${newNameOf(realm)}: created, id \\w+`))
    }
    const server = await startMain({ ...database.env, ...PRODUCTION, HOST: '127.0.0.1' })
    const client = createClient(server.origin)
    for (const realm of realmNames) await login(client, realm, newNameOf(realm), 'correct horse')
    const token = await login(client, 'waste-sorting', 'boss', 'correct horse')
    assert.equal((await client.get('/api/admin/users', { token })).status, 200)
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
  })

  it('creates accounts with the role, address and number that are given', async () => {
    const given = '--role 30 --email a@b.c --mobile 123'
    assert.equal((await run(`create --realm julong --name clerk ${given}`, 'pw')).code, 0)
    assert.equal((await run('create --realm julong --name nobody --role=-1', 'pw')).code, 0)
    const { stdout } = await run('list --realm julong')
    assert.equal(stdout[0], 'id\tname\trole\tstate\tcreated')
    assert.deepEqual(
      stdout.slice(1).map((line) => line.split('\t').slice(0, 4)),
      [
        ['1', 'admin', '0', 'enabled'],
        ['2', 'clerk', '30', 'enabled'],
        ['3', 'nobody', '-1', 'enabled']
      ]
    )
    assert.match(stdout[1]!, /\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/)
  })

  it('applies the rules of the contract to new accounts', async () => {
    const realm = '--realm back-office'
    await refused(
      `create ${realm} --role 2 --name AuroraLorigin`,
      'back-office has an account AuroraLorigin already',
      'pw'
    )
    await refused(
      `create ${realm} --role 2 --name ${'x'.repeat(65)}`,
      'the name must NOT have more than 64 characters',
      'pw'
    )
    await refused('create --realm user-login --name x', 'the name must match format "email"', 'pw')
    await refused(`create ${realm} --name x --role 7`, 'back-office has no such role', 'pw')
    const rule = (min: number): string =>
      `the password must have at least ${min} characters and at most 72 bytes of UTF-8`
    await refused(`create ${realm} --role 2 --name x`, rule(1), 'é'.repeat(36) + 'x')
    await refused(`create ${realm} --role 2 --name x`, rule(8), 'seven77', PRODUCTION)
    await refused(`reset-password ${realm} --name auroralorigin`, rule(9), 'eight888', { PASSWORD_MIN_LENGTH: '9' })
    const text = 'the password must not contain U+0000 or a lone surrogate'
    await refused(`reset-password ${realm} --name auroralorigin`, text, 'a\0b')
    assert.equal((await run(`list ${realm}`)).stdout.length, 2)
  })

  it('refuses common passwords and the name of the account in production', async () => {
    await database.remove()
    database = await databaseWithoutAccounts()
    const name = freshEmail()
    const line = 'the password is a common one, or the name of the account; take another'
    const account = `--realm user-login --name ${name}`
    for (const password of ['password1', 'QWERTYUIOP', 'currentpassword', name.toUpperCase()]) {
      await refused(`create ${account}`, line, password, PRODUCTION)
    }
    assert.equal((await run(`create ${account}`, 'correct horse', PRODUCTION)).code, 0)
    for (const password of ['password1', name]) {
      await refused(`reset-password ${account}`, line, password, PRODUCTION)
    }
    assert.equal((await run(`reset-password ${account}`, 'password1')).code, 0)
  })

  it('takes the emails that user-login takes, in each of their forms', async () => {
    const local = freshName('张三')
    const shown = `${local}@例子.中国`
    const stored = `${local}@xn--fsqu00a.xn--fiqs8s`
    const named = (command: string, name: string, more: string[] = []) =>
      admin([command, '--realm', 'user-login', '--name', name, ...more], { env: database.env, input: 'pw' })
    assert.equal((await named('create', ` ${shown}\u3000`)).code, 0)
    const again = await named('create', stored.toUpperCase())
    assert.match(again.stderr, /^user-login has an account .* already\n$/)
    for (const bad of ['a b@example.com', 'a@x.test', 'a@💩.com']) {
      assert.equal((await named('create', bad)).stderr, 'the name must match format "email"\n')
    }
    assert.ok((await run('list --realm user-login')).stdout.some((line) => line.includes(`\t${stored}\t`)))
    for (const name of [shown, ` ${stored} `]) assert.equal((await named('reset-password', name)).code, 0)
    assert.equal((await run(`audit --realm user-login --target ${shown} --action password-set`)).stdout.length, 3)
    assert.equal((await named('disable', shown)).code, 0)
    assert.equal((await named('remove', `张三 <${shown}>`)).code, 0)

    const file = join(database.env.DATA_DIR!, 'accounts.ndjson')
    const hash = '$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi'
    const names = [` ${shown} `, 'old@foo.test']
    await writeFile(file, names.map((each) => JSON.stringify({ name: each, password_hash: hash })).join('\n'))
    assert.equal((await run(`import --realm user-login --file ${file}`)).code, 0)
    for (const name of [shown, 'old@foo.test']) assert.equal((await named('reset-password', name)).code, 0)
    const server = await startMain({ ...database.env, APIS: 'user-login' })
    const client = createClient(server.origin)
    for (const name of [shown, stored, 'old@foo.test']) await login(client, 'user-login', name, 'pw')
    server.kill('SIGTERM')
    await server.ended
  })

  it('prints nothing but the generated password on standard output', async () => {
    const args = ['reset-password', '--realm', 'waste-sorting', '--name', 'USERTEST', '--generate']
    const { code, stdout, stderr } = outcome(await runProgram('src/cli/admin.js', { args, env: database.env }))
    assert.deepEqual({ code, stderr }, { code: 0, stderr: ['waste-sorting account usertest: has a new password'] })
    assert.match(stdout.join('\n'), /^[\w-]{24}$/)
    const server = await startMain({ ...database.env, APIS: 'waste-sorting' })
    const client = createClient(server.origin)
    await login(client, 'waste-sorting', 'usertest', stdout[0]!)
    await assert.rejects(login(client, 'waste-sorting', 'usertest', 'usertest'))
    server.kill('SIGTERM')
    await server.ended
  })

  it('disables, enables, changes the role of and removes an account', async () => {
    const account = '--realm waste-sorting --name usertest'
    const state = async (): Promise<string[]> =>
      (await run('list --realm waste-sorting')).stdout.slice(1).map((line) => line.split('\t').slice(1, 4).join(' '))
    assert.deepEqual((await run(`disable ${account}`)).stderr, ['waste-sorting account usertest: disabled'])
    assert.deepEqual((await run(`disable ${account}`)).stderr, ['waste-sorting account usertest: was disabled already'])
    assert.deepEqual(await state(), ['admintest 1 enabled', 'usertest 0 disabled'])
    assert.equal((await run(`enable ${account}`)).code, 0)
    assert.deepEqual((await run(`enable ${account}`)).stderr, ['waste-sorting account usertest: was enabled already'])
    assert.equal((await run(`set-role ${account} --role 1`)).code, 0)
    assert.deepEqual((await run(`set-role ${account} --role 1`)).stderr, [
      'waste-sorting account usertest: had role 1 already'
    ])
    assert.deepEqual(await state(), ['admintest 1 enabled', 'usertest 1 enabled'])
    const trail = (await run('audit --realm waste-sorting --target usertest')).stdout.map((line) => line.split('\t')[2])
    assert.deepEqual(
      trail.filter((action) => /disable|enable|role/.test(action!)),
      ['account-role', 'account-enable', 'account-disable']
    )
    assert.equal((await run(`remove ${account}`)).code, 0)
    assert.deepEqual(await state(), ['admintest 1 enabled'])
    await refused(`remove ${account}`, 'waste-sorting has no account usertest')
    assert.equal((await run(`create ${account} --role 0`, 'pw')).code, 0)
  })

  it('keeps the last enabled administrator', async () => {
    const line = 'admin is the last enabled administrator of julong'
    for (const command of ['disable', 'remove', 'set-role --role 30']) {
      await refused(`${command} --realm julong --name admin`, line)
    }
    assert.equal((await run('create --realm julong --name second --role 0', 'pw')).code, 0)
    assert.equal((await run('remove --realm julong --name admin')).code, 0)
    await refused('disable --realm julong --name second', line.replace('admin', 'second'))
  })

  it('records audit entries without an actor', async () => {
    const account = '--realm back-office --name clerk'
    await run(`create ${account} --role 2`, 'pw')
    for (const command of ['set-role --role 1', 'disable', 'enable', 'reset-password --generate', 'remove']) {
      assert.equal((await run(`${command} ${account}`)).code, 0, command)
    }
    const { db, close } = await connect(readConfig(database.env))
    const events = await db('audit.events').where('target_name', 'clerk').orderBy('id').select('action', 'actor_id')
    await close()
    const actions = [
      'account-create',
      'account-role',
      'account-disable',
      'account-enable',
      'password-set',
      'account-remove'
    ]
    assert.deepEqual(
      events,
      actions.map((action) => ({ action, actor_id: null }))
    )
  })

  it('escapes control characters in names that it prints', async () => {
    const name = 'a\u001b[31m\nb\u202e'
    const create = ['create', '--realm', 'tms', '--name', name]
    const refusal = await admin(create, { env: database.env, input: 'pw' })
    assert.equal(refusal.stderr, 'the name has characters that nobody sees\n')
    const file = join(database.env.DATA_DIR!, 'accounts.ndjson')
    const hash = '$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi'
    await writeFile(file, JSON.stringify({ name, password_hash: hash }))
    assert.equal((await run(`import --realm tms --file ${file}`)).code, 0)
    const args = ['reset-password', '--realm', 'tms', '--name', name]
    const { code, stderr } = await admin(args, { env: database.env, input: 'pw' })
    assert.deepEqual(
      { code, stderr },
      { code: 0, stderr: 'tms account a\\u{1b}[31m\\u{a}b\\u{202e}: has a new password\n' }
    )
    assert.ok((await run('list --realm tms')).stdout.some((line) => line.includes('\ta\\u{1b}[31m\\u{a}b\\u{202e}\t')))
  })
})
