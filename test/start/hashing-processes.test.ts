import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { isAlive, processesBelow } from '../support/processes.js'

const embedded = process.env.DATABASE_URL === undefined
const json = { username: 'usertest', password: 'usertest' }

describe('the hashing processes of main', () => {
  after(removeOwnTemplate)

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    for (const WORKERS of embedded ? ['1'] : ['1', '2']) {
      it(`end with it on ${signal}, with WORKERS=${WORKERS}`, { timeout: 60_000 }, async () => {
        const database = await copyOfTemplate()
        const server = await startMain({ ...database.env, WORKERS })
        const client = createClient(server.origin, { connection: 'close' })
        const login = () => client.post('/api/auth/login', { json })
        assert.equal((await login()).status, 200)
        const logins = Promise.allSettled(Array.from({ length: 20 }, login))
        const processes = processesBelow(server.pid)
        assert.ok(processes.length > 0)
        server.kill(signal)
        await Promise.all([server.ended, logins])
        while (processes.some(isAlive)) await sleep(20)
        await database.remove()
      })
    }
  }
})
