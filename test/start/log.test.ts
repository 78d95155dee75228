import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { acceptsConnections, freePort } from '../support/ports.js'

const REQUESTS = 300
const MAIN = fileURLToPath(new URL('dist/src/main.js', packageRoot))

describe('the log on standard output', () => {
  after(removeOwnTemplate)

  it('has a line soon after each response, and all lines once the server has stopped', async () => {
    const database = await copyOfTemplate()
    const server = await startMain({ ...database.env, LOG_LEVEL: 'info' })
    const send = async (requestId: string): Promise<string> => {
      const { headers } = await fetch(`${server.origin}/tms/user/me`, { headers: { 'x-request-id': requestId } })
      return headers.get('x-request-id')!
    }
    await server.prints(new RegExp(`"requestId":"${await send('the-first')}".*"msg":"request"}\n`))
    const sent = await Promise.all(Array.from({ length: REQUESTS }, (_, index) => send(`request-${index}`)))
    server.kill('SIGTERM')
    const { code, stdout } = await server.ended
    assert.equal(code, 0)
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
    const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
    assert.deepEqual(requests.map(({ requestId }) => requestId).sort(), ['the-first', ...sent].sort())
    for (const { durationMs, requestId, time, ...line } of requests) {
      assert.ok(durationMs > 0 && time > 0, requestId)
      assert.deepEqual(line, {
        level: 30,
        pid: server.pid,
        hostname: requests[0].hostname,
        api: 'tms',
        operationId: 'getCurrentUser',
        method: 'GET',
        status: 401,
        complete: true,
        msg: 'request'
      })
    }
    await database.remove()
  })

  it('may be on a full disk: the server continues without it, and stops at SIGTERM', async () => {
    const database = await copyOfTemplate()
    const port = await freePort()
    const env = { ...database.env, PATH: process.env.PATH, PORT: String(port), SHUTDOWN_DELAY: '0' }
    const full = openSync('/dev/full', 'w')
    const server = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', full, 'pipe'] })
    after(() => server.kill('SIGKILL'))
    const ended = once(server, 'exit')
    while (server.exitCode === null && !(await acceptsConnections(port)));
    const client = createClient(`http://127.0.0.1:${port}`)
    for (let count = 0; count < REQUESTS; count += 1) {
      assert.equal((await client.get('/tms/user/me', {})).status, 401)
    }
    server.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
    await database.remove()
  })
})
