import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startOtlpReceiver } from '../support/otlp-receiver.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { CALLER, newTrace, only, SERVER, tracedBy } from './trace.js'

const receiver = await startOtlpReceiver()

describe('traces between services', () => {
  const server = useServer({ ...receiver.env, APIS: 'tms' })
  const traced = tracedBy(server, receiver)
  let token: string
  before(async () => {
    token = await login(server.client, 'tms', 'admin', 'zhou0914.')
  })
  after(() => receiver.close())

  it('continue that of the caller, with its state, and name the span of the request in the answer', async () => {
    const { answer, traceId, spans } = await traced('GET', '/tms/user/me', { token, headers: { tracestate: 'a=b' } })
    const request = only(spans, SERVER)
    assert.equal(request.parentSpanId, CALLER)
    assert.equal(request.traceState, 'a=b')
    assert.equal(answer.headers.get('traceresponse'), `00-${traceId}-${request.spanId}-01`)
  })

  it('begin with a request whose traceparent is missing or malformed', async () => {
    const trace = newTrace()
    const malformed = [
      '',
      'x',
      `00-${trace}-${CALLER}`,
      `00-${trace.toUpperCase()}-${CALLER}-01`,
      `00-${'0'.repeat(32)}-${CALLER}-01`,
      `00-${trace}-${'0'.repeat(16)}-01`,
      `ff-${trace}-${CALLER}-01`,
      `00-${trace}-${CALLER}-01-more`
    ]
    for (const traceparent of malformed) {
      const { status, headers } = await server.client.get('/tms/user/me', { token, headers: { traceparent } })
      assert.equal(status, 200)
      await receiver.settled(server.origin)
      const [, begun, spanId] = headers.get('traceresponse')!.split('-')
      assert.notEqual(begun, trace, traceparent)
      const request = receiver.spans().find((span) => span.spanId === spanId)
      assert.equal(request?.parentSpanId ?? '', '', traceparent)
    }
  })

  it('are not recorded where the caller records none', async () => {
    const { answer, spans } = await traced('GET', '/tms/user/me', { token }, '00')
    assert.deepEqual(spans, [])
    assert.match(answer.headers.get('traceresponse')!, /-00$/)
  })

  it('may be begun by a script of another origin, which may read the answer', async () => {
    const { headers } = await server.client.request('OPTIONS', '/tms/user/me', {
      headers: {
        origin: 'https://front.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,traceparent,tracestate'
      }
    })
    assert.equal(headers.get('access-control-allow-headers'), 'authorization,traceparent,tracestate')
    const answer = await server.client.get('/tms/user/me', { token })
    assert.match(answer.headers.get('access-control-expose-headers')!, /Traceresponse/)
  })

  it('have none of a health check', async () => {
    const { spans } = await traced('GET', '/health/ready')
    assert.deepEqual(spans, [])
  })
})
