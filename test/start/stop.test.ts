import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Socket } from 'node:net'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { DRAIN_TIMEOUT } from '../../src/server/listen.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { acceptsConnections, openSocket } from '../support/ports.js'
import { startCommand } from '../support/program.js'

const CREDENTIALS = { username: 'usertest', password: 'usertest' }
const LOGINS = 6

describe('main on SIGTERM and SIGINT', () => {
  after(removeOwnTemplate)

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`answers a request whose body is still coming at ${signal}, takes no new connection, and exits with 0`, async () => {
      const database = await copyOfTemplate()
      const server = await startMain(database.env)
      const body = JSON.stringify(CREDENTIALS)
      const upload = await openSocket(server.port)
      upload.write(
        'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n' +
          `Content-Length: ${body.length}\r\n\r\n`
      )
      assert.match(String(await once(upload, 'data')), /^HTTP\/1\.1 100 /)
      upload.write(body.slice(0, 10))
      server.kill(signal)
      while (await acceptsConnections(server.port)) await sleep(20)
      upload.write(body.slice(10))
      assert.match(await allOf(upload), /^HTTP\/1\.1 200 /)
      const { code, stderr } = await server.ended
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
      assert.equal(existsSync(join(database.env.DATA_DIR!, 'lock')), false)
      await database.remove()
    })

    it(`answers logins that are being hashed at ${signal}`, async () => {
      const database = await copyOfTemplate()
      const server = await startMain(database.env)
      const client = createClient(server.origin)
      const logins = Array.from({ length: LOGINS }, () => client.post('/api/auth/login', { json: CREDENTIALS }))
      let answered = 0
      for (const login of logins) void login.then(() => (answered += 1))
      await Promise.race(logins)
      server.kill(signal)
      const before = answered
      const answers = await Promise.all(logins)
      assert.deepEqual(
        answers.map(({ status }) => status),
        logins.map(() => 200)
      )
      assert.ok(before < LOGINS, 'some were in flight')
      assert.equal((await server.ended).code, 0)
      await database.remove()
    })
  }

  it('reaches the server through npm start, after which the database is closed to other users', async () => {
    const database = await copyOfTemplate()
    const env = { PORT: '0', SHUTDOWN_DELAY: '0', ...database.env }
    const npm = startCommand('npm', { args: ['start'], env })
    const [, port] = await npm.prints(/Quintet is up\.\n.*http:\/\/[\w.]+:(\d+)\//)
    npm.kill('SIGTERM')
    assert.equal((await npm.ended).code, 0)
    assert.equal(await acceptsConnections(Number(port)), false)
    if (database.env.DATABASE_URL === undefined) {
      assert.equal((statSync(join(database.env.DATA_DIR!, 'postgres')).mode & 0o777).toString(8), '700')
    }
    await database.remove()
  })

  it('does not wait for connections without a request', async () => {
    const database = await copyOfTemplate()
    const server = await startMain(database.env)
    const silent = await openSocket(server.port)
    const kept = await openSocket(server.port)
    kept.write('GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n')
    await new Promise((resolve) => kept.once('data', resolve))
    const start = Date.now()
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    assert.ok(Date.now() - start < DRAIN_TIMEOUT, `took ${Date.now() - start} ms`)
    silent.destroy()
    kept.destroy()
    await database.remove()
  })
})

async function allOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}
