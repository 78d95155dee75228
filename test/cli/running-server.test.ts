import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { embeddedFolder, startMain } from '../support/main.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

const onPostgres = process.env.DATABASE_URL !== undefined

describe('admin while the server runs', () => {
  after(removeOwnTemplate)

  it('reports that the embedded database is in use', async () => {
    const database = await embeddedFolder()
    const server = await startMain(database.env)
    const { code, stdout, stderr } = outcome(await admin('list --realm tms', database))
    assert.deepEqual({ code, stdout, count: stderr.length }, { code: 1, stdout: [], count: 1 })
    assert.match(stderr[0]!, new RegExp(`^cannot run: the data folder .* is in use by process ${server.pid}; stop it`))
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    await database.remove()
  })

  it('takes effect at once on PostgreSQL', { skip: !onPostgres && 'runs on PostgreSQL only' }, async () => {
    const database = await copyOfTemplate()
    const server = await startMain({ ...database.env, APIS: 'waste-sorting' })
    const client = createClient(server.origin)
    const token = await login(client, 'waste-sorting', 'admintest', 'admintest')
    assert.equal((await client.get('/api/admin/users', { token })).status, 200)
    const words = 'reset-password --realm waste-sorting --name admintest --generate'
    const { stdout } = outcome(await admin(words, database))
    assert.equal((await client.get('/api/admin/users', { token })).status, 401)
    await login(client, 'waste-sorting', 'admintest', stdout[0]!)
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    await database.remove()
  })

  it('reports that PostgreSQL does not answer', async () => {
    const database = await embeddedFolder()
    const env = { ...database.env, DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/x' }
    const { code, stdout, stderr } = outcome(await admin('list --realm tms', { env }))
    await database.remove()
    assert.deepEqual({ code, stdout, count: stderr.length }, { code: 1, stdout: [], count: 1 })
    assert.match(stderr[0]!, /^cannot run: cannot connect to the database at 127\.0\.0\.1:1: /)
  })
})
