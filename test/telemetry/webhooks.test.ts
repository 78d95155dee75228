import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { removeOwnTemplate } from '../support/database.js'
import { startOtlpReceiver } from '../support/otlp-receiver.js'
import { hooked, member } from '../webhooks/support.js'
import { CLIENT, FAILED, only } from './trace.js'

describe('a webhook', () => {
  after(removeOwnTemplate)

  it('names the span of its delivery in traceparent, and its path is in no span', async () => {
    const collector = await startOtlpReceiver()
    const hooks = await hooked()
    await hooks.webhooks(`--add ${hooks.receiver.url}`)
    hooks.receiver.answer = ({ data }) => (data.target.name === 'bob' ? 503 : 204)
    await hooks.run(async (server) => {
      await member(server, 'ann')
      await hooks.receiver.until(({ length }) => length > 0)
      await member(server, 'bob')
      await hooks.receiver.until((received) => received.some(({ data }) => data.target.name === 'bob'))
    }, collector.env)
    const [, traceId = '', spanId] = String(hooks.receiver.received[0]!.headers.traceparent).split('-')
    const delivery = only(
      collector.spans().filter((span) => span.traceId === traceId),
      CLIENT
    )
    assert.equal(delivery.spanId, spanId)
    const { hostname, port, pathname } = new URL(hooks.receiver.url)
    assert.deepEqual(delivery.attributes, {
      'http.request.method': 'POST',
      'server.address': hostname,
      'server.port': Number(port)
    })
    assert.ok(pathname.length > 1)
    assert.equal(delivery.status.code, 0)
    assert.ok(!collector.text().includes(pathname))
    const failed = collector.spans().filter(({ kind, status }) => kind === CLIENT && status.code === FAILED)
    assert.ok(failed.length > 0)
    for (const { attributes } of failed) assert.equal(attributes['error.type'], 'status 503')
    await hooks.remove()
    collector.close()
  })
})
