import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain, type RunningMain } from '../support/main.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

const onPostgres = process.env.DATABASE_URL !== undefined

async function stop(server: RunningMain): Promise<void> {
  server.kill('SIGTERM')
  await server.ended
}

describe('admin sessions and end-sessions', () => {
  after(removeOwnTemplate)

  it('print who is logged in, and end the tokens of an account', async () => {
    const database = await copyOfTemplate()
    const run = async (words: string) => outcome(await admin(words, database))
    const env = { ...database.env, APIS: 'tms' }
    let server = await startMain(env)
    const token = await login(createClient(server.origin), 'tms', 'admin', 'zhou0914.')
    await login(createClient(server.origin), 'tms', '32088', 'zhou0914.')
    // The embedded database serves one process at a time.
    if (!onPostgres) await stop(server)

    const { stdout } = await run('sessions --realm tms --json')
    const found = stdout.map((line) => JSON.parse(line) as { name: string; address: string; device: string | null })
    const fields = ['id', 'account_id', 'name', 'begun_at', 'renewed_at', 'expires_at', 'address', 'device']
    assert.deepEqual(Object.keys(found[0]!), fields)
    assert.deepEqual(found.map(({ name }) => name).sort(), ['32088', 'admin'])
    assert.ok(found.every(({ address, device }) => address.includes('127.0.0.1') && device === null))
    const few = await run('sessions --realm tms --limit 1')
    assert.deepEqual([few.stdout.length, few.stderr], [2, ['the newest 1 of 2; --limit shows more']])

    const ended = await run('end-sessions --realm tms --name ADMIN')
    assert.deepEqual(ended, {
      code: 0,
      stdout: [],
      stderr: ['tms account admin: its tokens are ended, with 1 session(s)']
    })
    assert.equal((await run('sessions --realm tms --name admin')).stdout.length, 1)
    assert.deepEqual((await run('sessions --realm tms --name nobody')).stderr, ['tms has no account nobody'])

    if (!onPostgres) server = await startMain(env)
    assert.equal((await createClient(server.origin).get('/tms/user/me', { token })).status, 401)
    await stop(server)
    await database.remove()
  })
})
