import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'

const REQUESTS = 300

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
})
