import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { removeOwnTemplate } from '../support/database.js'
import { startServer } from '../support/server.js'

describe('connections that clients keep open', () => {
  it('stay open longer than those of a load balancer, and close after the request in flight at a stop', async () => {
    const server = await startServer({ APIS: 'tms' })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const first = request(`${server.origin}/health/live`, { agent }).end()
    const [before] = (await once(first, 'response')) as [IncomingMessage]
    before.resume()
    await once(before, 'end')
    assert.equal(before.headers['keep-alive'], 'timeout=75')

    const headers = { 'content-type': 'application/json', expect: '100-continue' }
    const second = request(`${server.origin}/tms/register`, { agent, method: 'POST', headers })
    second.flushHeaders()
    await once(second, 'continue')
    const stopped = server.stop()
    second.end(JSON.stringify({ username: 'in-flight', password: 'correct horse' }))
    const [answer] = (await once(second, 'response')) as [IncomingMessage]
    answer.resume()
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers.connection, 'close')
    await stopped
    await removeOwnTemplate()
  })
})
