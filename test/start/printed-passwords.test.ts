import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { admin, outcome } from '../cli/run.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, emptyDatabase, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { launchMain, startMain } from '../support/main.js'
import { login } from '../support/sessions.js'

const PRODUCTION = {
  NODE_ENV: 'production',
  TOKEN_SECRET: 'a-secret-of-more-than-thirty-two-bytes',
  HOST: '127.0.0.1',
  SAMPLE_ACCOUNTS: '',
  HASH_COST: ''
}
const onPostgres = process.env.DATABASE_URL !== undefined
const WORKERS = onPostgres ? ['1', '2'] : ['1']

describe('main in production on a database with the sample accounts', () => {
  after(removeOwnTemplate)

  for (const workers of WORKERS) {
    it(`starts with ${workers} worker(s) once none of them has the password that the documents print`, async () => {
      const database = await copyOfTemplate()
      const env = { ...database.env, ...PRODUCTION, WORKERS: workers }
      const refusal = await refusedStart(env)
      const all = 'tms admin, tms 21089, tms 32088, tms 32089, julong admin, waste-sorting admintest, '
      assert.match(refusal, /^cannot run: these accounts have the password that the documents print: /)
      assert.ok(
        refusal.includes(`${all}waste-sorting usertest, user-login user@example.com, back-office auroralorigin;`)
      )
      assert.ok(refusal.endsWith('npm run admin -- reset-password --realm tms --name admin --generate\n'))

      const open = { ...env, APIS: 'waste-sorting' }
      const { code, stdout } = outcome(
        await admin('reset-password --realm waste-sorting --name admintest --generate', { env: open })
      )
      assert.equal(code, 0)
      assert.match(await refusedStart(open), /print: waste-sorting usertest;/)
      assert.equal((await admin('disable --realm waste-sorting --name usertest', { env: open })).code, 0)
      const server = await startMain(open)
      await login(createClient(server.origin), 'waste-sorting', 'admintest', stdout[0]!)
      server.kill('SIGTERM')
      assert.equal((await server.ended).code, 0)
      await database.remove()
    })
  }
})

describe('main on PostgreSQL', { skip: !onPostgres && 'runs on PostgreSQL only' }, () => {
  it('makes the sample accounts only where SAMPLE_ACCOUNTS=1 is given', async () => {
    const { env, remove } = await emptyDatabase()
    const names = async (given: Record<string, string>): Promise<number> => {
      const { stdout } = outcome(await admin('list --realm tms', { env: { ...env, ...given } }))
      return stdout.length - 1
    }
    assert.equal(await names({ SAMPLE_ACCOUNTS: '' }), 0)
    assert.equal(await names({ SAMPLE_ACCOUNTS: '', NODE_ENV: 'test' }), 0)
    assert.equal(await names({ SAMPLE_ACCOUNTS: '1' }), 4)
    await remove()
  })
})

/** What a start that must be refused says, and nothing that listens. */
async function refusedStart(env: TestDatabase['env']): Promise<string> {
  const { code, stdout, stderr } = await launchMain(env).ended
  assert.deepEqual(
    { code, up: stdout.includes('is up'), lines: stderr.split('\n').length },
    { code: 1, up: false, lines: 2 }
  )
  return stderr
}
