import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freshName } from '../support/accounts.js'
import { createClient, type Client } from '../support/client.js'
import { removeOwnTemplate } from '../support/database.js'
import { embeddedFolder, launchMain, startMain } from '../support/main.js'

describe('main on the embedded database after kill -9', () => {
  after(removeOwnTemplate)

  it('has every account whose registration was answered', async () => {
    const database = await embeddedFolder()
    const killed = await startMain(database.env)
    const client = createClient(killed.origin)
    const answered: string[] = []
    const visitors = [1, 2, 3].map(() => registerUntilRefused(client, answered))
    while (answered.length < 12) await sleep(10)
    killed.kill('SIGKILL')
    await Promise.all(visitors)
    assert.equal((await killed.ended).signal, 'SIGKILL')

    const server = await startMain(database.env)
    for (const username of answered) {
      const again = await createClient(server.origin).post('/api/auth/register', { json: { username, password: 'x' } })
      assert.equal(again.status, 409, username)
    }
    const json = { username: answered.at(-1), password: 'pw' }
    assert.equal((await createClient(server.origin).post('/api/auth/login', { json })).status, 200)
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    await database.remove()
  })

  it('starts when it was killed while it made the database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
    const killed = launchMain({ DATA_DIR: folder })
    while (!existsSync(join(folder, 'postgres', 'PG_VERSION'))) await sleep(1)
    killed.kill('SIGKILL')
    await killed.ended
    const server = await startMain({ DATA_DIR: folder })
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    await rm(folder, { recursive: true, force: true })
  })
})

/** Registers accounts one after the other until the server is gone, and notes those that it answered with 201. */
async function registerUntilRefused(client: Client, answered: string[]): Promise<void> {
  for (;;) {
    const username = freshName()
    try {
      const { status } = await client.post('/api/auth/register', { json: { username, password: 'pw' } })
      if (status === 201) answered.push(username)
    } catch {
      return
    }
  }
}
