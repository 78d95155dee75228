import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createClient, type Client } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { admin, outcome } from './run.js'

const onPostgres = process.env.DATABASE_URL !== undefined
const LIMITS = { APIS: 'waste-sorting', LOGIN_FAILURES: '3', LOGIN_FAILURES_PER_ADDRESS: '6' }
const ACCOUNT = '--realm waste-sorting --name usertest'

const tryLogin = async (client: Client, username: string, password: string): Promise<number> =>
  (await client.post('/api/auth/login', { json: { username, password } })).status

/** The status once it is another: servers ask again for what they refused after some seconds. */
async function afterLockout(client: Client, username: string, password: string): Promise<number> {
  for (let round = 1; ; round += 1) {
    const status = await tryLogin(client, username, password)
    if (status !== 429 || round === 1_000) return status
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('admin unlock', () => {
  after(removeOwnTemplate)

  it('refuses on the embedded database, where the server counts in memory', { skip: onPostgres }, async () => {
    const database = await copyOfTemplate()
    const { code, stderr } = outcome(await admin(`unlock ${ACCOUNT}`, database))
    assert.equal(code, 1)
    assert.match(stderr.join('\n'), /^the embedded database keeps no failed passwords: .*; restart it$/)
    await database.remove()
  })

  it('lets an account, or an address, try again at once', { skip: !onPostgres }, async () => {
    const database = await copyOfTemplate()
    const server = await startMain({ ...database.env, ...LIMITS })
    const client = createClient(server.origin)
    const run = async (words: string) => outcome(await admin(words, database))
    const lockOut = async (): Promise<void> => {
      for (let round = 0; round < 3; round += 1) await tryLogin(client, 'UserTest', 'wrong')
      assert.equal(await tryLogin(client, 'usertest', 'usertest'), 429)
    }

    await lockOut()
    assert.deepEqual(await run(`unlock ${ACCOUNT}`), {
      code: 0,
      stdout: [],
      stderr: ['waste-sorting account usertest: unlocked']
    })
    assert.equal(await afterLockout(client, 'usertest', 'usertest'), 200)
    assert.deepEqual((await run(`unlock ${ACCOUNT}`)).stderr, [
      'waste-sorting account usertest: had no failed passwords'
    ])

    assert.equal((await run('unlock --realm waste-sorting --address 127.0.0.1')).code, 0)
    await lockOut()
    const { stdout } = await run(`reset-password ${ACCOUNT} --generate`)
    assert.equal(await afterLockout(client, 'usertest', stdout[0]!), 200)

    for (let round = 0; round < 7; round += 1) await tryLogin(client, `name${round}`, 'wrong')
    assert.equal(await tryLogin(client, 'admintest', 'admintest'), 429)
    const { stderr } = await run('unlock --realm waste-sorting --address 127.0.0.1')
    assert.deepEqual(stderr, ['waste-sorting address 127.0.0.1: unlocked'])
    assert.equal(await afterLockout(client, 'admintest', 'admintest'), 200)

    const entries = await run('audit --realm waste-sorting --action account-unlock --json')
    const targets = entries.stdout.map((line) => (JSON.parse(line) as { target_name: string }).target_name)
    assert.deepEqual(targets, ['127.0.0.1', 'usertest', '127.0.0.1', 'usertest'])
    server.kill('SIGTERM')
    await server.ended
    await database.remove()
  })

  it(
    'lets all accounts and unknown names of an address, or an unknown name, try again',
    { skip: !onPostgres },
    async () => {
      const database = await copyOfTemplate()
      const server = await startMain({ ...database.env, APIS: 'waste-sorting', LOGIN_FAILURES: '3' })
      const client = createClient(server.origin)
      const run = async (words: string) => outcome(await admin(words, database))
      const names = ['usertest', 'admintest', 'Nobody']
      const lockOut = async (name: string): Promise<void> => {
        for (let round = 0; round < 3; round += 1) assert.notEqual(await tryLogin(client, name, 'wrong'), 429)
        assert.equal(await tryLogin(client, name, 'wrong'), 429)
      }

      for (const name of names) await lockOut(name)
      await run('unlock --realm tms --address 127.0.0.1')
      await run('unlock --realm waste-sorting --address 27.0.0.1')
      assert.equal((await run('unlock --realm waste-sorting --name nobody2')).code, 1)
      for (const name of names) assert.equal(await tryLogin(client, name, 'wrong'), 429)

      const byAddress = await run('unlock --realm waste-sorting --address 127.0.0.1')
      assert.deepEqual(byAddress.stderr, ['waste-sorting address 127.0.0.1: unlocked'])
      for (const name of names) assert.notEqual(await afterLockout(client, name, 'wrong'), 429)
      const again = await run('unlock --realm waste-sorting --address 127.0.0.1')
      assert.deepEqual(again.stderr, ['waste-sorting address 127.0.0.1: unlocked'], 'of the tries after it')

      await lockOut('nobody')
      const { code, stderr } = await run('unlock --realm waste-sorting --name NOBODY')
      assert.deepEqual({ code, stderr }, { code: 0, stderr: ['waste-sorting account NOBODY: unlocked'] })
      assert.notEqual(await afterLockout(client, 'nobody', 'wrong'), 429)
      server.kill('SIGTERM')
      await server.ended
      await database.remove()
    }
  )

  it('is in the audit trail under the own name of the account', { skip: !onPostgres }, async () => {
    const database = await copyOfTemplate()
    const server = await startMain({ ...database.env, ...LIMITS })
    const client = createClient(server.origin)
    const run = async (words: string) => outcome(await admin(words, database))
    for (const command of ['unlock', 'enable', 'reset-password --generate']) {
      await tryLogin(client, 'UserTest', 'wrong')
      const { stderr } = await run(`${command} --realm waste-sorting --name USERTEST`)
      assert.match(stderr[0]!, /^waste-sorting account usertest: /)
    }
    const trail = await run('audit --realm waste-sorting --target usertest --action account-unlock --json')
    const ids = trail.stdout.map((line) => (JSON.parse(line) as { target_id: string | null }).target_id)
    assert.equal(ids.length, 3)
    assert.ok(ids.every((id) => id !== null))
    server.kill('SIGTERM')
    await server.ended
    await database.remove()
  })
})
