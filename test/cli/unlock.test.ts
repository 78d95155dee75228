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
    assert.equal(entries.stdout.length, 2)
    server.kill('SIGTERM')
    await server.ended
    await database.remove()
  })
})
