import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { freshEmail, freshName, PASSWORD } from '../support/accounts.js'
import type { Answer, RequestOptions } from '../support/client.js'
import { startOtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

const receiver = await startOtlpReceiver()

/** Of OTLP: what a span is to its trace. */
const [INTERNAL, SERVER, CLIENT] = [1, 2, 3]
const FAILED = 2

const newTrace = (): string => randomBytes(16).toString('hex')
const CALLER = '00f067aa0ba902b7'

describe('traces', () => {
  const server = useServer({ ...receiver.env, APIS: 'tms,user-login' })
  const name = freshName()
  let token: string
  before(async () => {
    await server.client.post('/tms/register', { json: { username: name, password: PASSWORD } })
    token = await login(server.client, 'tms', name, PASSWORD)
  })
  after(() => receiver.close())

  /** Sends a request in a trace of its own, and returns the spans of that. */
  async function traced(method: string, path: string, options: RequestOptions = {}, flags = '01'): Promise<Traced> {
    const traceId = newTrace()
    const headers = { ...options.headers, traceparent: `00-${traceId}-${CALLER}-${flags}` }
    const answer = await server.client.request(method, path, { ...options, headers })
    await receiver.settled(server.origin)
    return { answer, traceId, spans: receiver.spans().filter((span) => span.traceId === traceId) }
  }

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

  it('of a login have its request, operation, statements, wait and hash, one inside the other', async () => {
    const form = { username: name, password: PASSWORD }
    const { answer, spans } = await traced('POST', '/tms/login', { form })
    assert.equal(answer.status, 200)
    const request = only(spans, SERVER)
    assert.equal(request.name, 'POST /tms/login')
    assert.deepEqual(request.attributes, {
      'http.request.method': 'POST',
      'http.route': '/tms/login',
      'http.response.status_code': 200,
      'network.protocol.version': '1.1',
      'quintet.api': 'tms',
      'quintet.operation': 'login',
      'url.scheme': 'http'
    })
    const operation = named(spans, 'login')
    assert.equal(operation.parentSpanId, request.spanId)
    for (const name of ['wait for hashing', 'verify password']) assertInside(spans, named(spans, name), operation)
    const statements = spans.filter(({ kind }) => kind === CLIENT)
    assert.ok(statements.length >= 2)
    for (const statement of statements) assertInside(spans, statement, operation)
  })

  it('have the text of statements, with placeholders, and where the database is', async () => {
    const { spans } = await traced('GET', '/tms/user/me', { token })
    const { name: statement, attributes } = only(spans, CLIENT)
    assert.equal(statement, 'caller of tms')
    assert.equal(attributes['db.system.name'], 'postgresql')
    assert.match(String(attributes['db.query.text']), /where id = \$1/)
  })

  it('name the operation of a path with parameters, and not its values', async () => {
    const { spans } = await traced('GET', '/tms/task/info/987654321', { token })
    const request = only(spans, SERVER)
    assert.equal(request.name, 'GET /tms/task/info/{id}')
    assert.equal(request.attributes['http.route'], '/tms/task/info/{id}')
    assert.doesNotMatch(JSON.stringify(spans), /987654321/)
  })

  it('have no name, email or address of anybody', async () => {
    const account = { ...newcomer(), password: PASSWORD }
    const headers = { 'user-agent': 'agent-7' }
    const { answer, spans } = await traced('POST', '/api/users/register', { json: account, headers })
    assert.equal(answer.status, 200)
    for (const value of [...Object.values(account), 'agent-7']) assert.ok(!JSON.stringify(spans).includes(value), value)
  })

  it('of a path without an operation have its method alone', async () => {
    const { spans } = await traced('GET', '/tms/nowhere/secret?code=secret')
    assert.deepEqual(
      spans.map(({ name, kind }) => ({ name, kind })),
      [{ name: 'GET', kind: SERVER }]
    )
    assert.doesNotMatch(JSON.stringify(spans), /nowhere|secret/)
  })

  it('have the code of a refusal, which is no failure', async () => {
    const { answer, spans } = await traced('GET', '/tms/user/me')
    assert.equal(answer.status, 401)
    const operation = only(spans, INTERNAL)
    assert.equal(operation.attributes['error.type'], 'token-missing')
    assert.ok(spans.every(({ status }) => status.code !== FAILED))
  })

  it('have none of a health check', async () => {
    const { spans } = await traced('GET', '/health/ready')
    assert.deepEqual(spans, [])
  })

  it('of requests whose callers are looked up together have each a look-up, and one has the statement', async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const traceId = newTrace()
        const headers = { traceparent: `00-${traceId}-${CALLER}-01` }
        assert.equal((await server.client.get('/tms/user/me', { token, headers })).status, 200)
        return traceId
      })
    )
    await receiver.settled(server.origin)
    const spans = receiver.spans().filter(({ traceId }) => all.includes(traceId))
    const lookUps = spans.filter(({ name, kind }) => name === 'callers of tms' && kind === INTERNAL)
    assert.deepEqual(lookUps.map(({ traceId }) => traceId).sort(), all.sort())
    const statements = spans.filter(({ kind }) => kind === CLIENT)
    const answered = statements.flatMap(({ parentSpanId, links }) => [
      parentSpanId,
      ...links.map(({ spanId }) => spanId)
    ])
    assert.ok(statements.length < all.length, `${statements.length} statements`)
    assert.deepEqual(answered.sort(), lookUps.map(({ spanId }) => spanId).sort())
  })

  it('of a list that is read while it is sent have all of its statements', async () => {
    const { spans } = await traced('GET', '/tms/user/list', { token })
    const request = only(spans, SERVER)
    const statements = spans.filter(({ kind }) => kind === CLIENT)
    assert.ok(statements.length >= 2)
    for (const statement of statements) assertInside(spans, statement, request)
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

  it('are those of one service, with its version', async () => {
    const resources = new Set(receiver.spans().map(({ resource }) => JSON.stringify(resource)))
    assert.equal(resources.size, 1)
    const [resource] = [...resources].map((text) => JSON.parse(text))
    assert.equal(resource['service.name'], 'quintet')
    assert.match(resource['service.version'], /^\d+\.\d+\.\d+/)
    assert.match(resource['service.instance.id'], /^[\da-f-]{36}$/)
  })

  it('have their ids on the lines of the log', async () => {
    const { answer, spans } = await traced('GET', '/tms/user/me', { token })
    const { traceId, spanId } = only(spans, SERVER)
    const id = answer.headers.get('x-request-id')!
    const line = JSON.parse(server.logged.find((text) => text.includes(id))!)
    assert.deepEqual([line.trace_id, line.span_id, line.trace_flags], [traceId, spanId, '01'])
  })
})

const newcomer = () => ({
  email: freshEmail(),
  first_name: '名字甲',
  last_name: '姓氏乙',
  phone_number: '13812345678'
})

interface Traced {
  answer: Answer
  traceId: string
  spans: ReceivedSpan[]
}

function only(spans: ReceivedSpan[], kind: number | undefined): ReceivedSpan {
  const found = spans.filter((span) => span.kind === kind)
  assert.equal(found.length, 1, JSON.stringify(spans.map(({ name }) => name)))
  return found[0]!
}

function named(spans: ReceivedSpan[], name: string): ReceivedSpan {
  const found = spans.filter((span) => span.name === name)
  assert.equal(found.length, 1, `${name}: ${JSON.stringify(spans.map((span) => span.name))}`)
  return found[0]!
}

/** The span is below the other one, at whatever depth. */
function assertInside(spans: ReceivedSpan[], inner: ReceivedSpan, outer: ReceivedSpan): void {
  let span: ReceivedSpan | undefined = inner
  while (span !== undefined && span.spanId !== outer.spanId) {
    const { parentSpanId }: ReceivedSpan = span
    span = spans.find(({ spanId }) => spanId === parentSpanId)
  }
  assert.ok(span, `${inner.name} is not in ${outer.name}`)
}
