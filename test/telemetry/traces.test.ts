import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { freshEmail, freshName, PASSWORD } from '../support/accounts.js'
import { startOtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.js'
import { openSocket } from '../support/ports.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { assertInside, CALLER, CLIENT, FAILED, INTERNAL, named, newTrace, only, SERVER, tracedBy } from './trace.js'

const receiver = await startOtlpReceiver()

describe('traces', () => {
  const server = useServer({ ...receiver.env, APIS: 'tms,user-login' })
  const name = freshName()
  let token: string
  before(async () => {
    await server.client.post('/tms/register', { json: { username: name, password: PASSWORD } })
    token = await login(server.client, 'tms', name, PASSWORD)
  })

  const traced = tracedBy(server, receiver)

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

  it('of a client that hangs up end too, and the line of the log has their ids', async () => {
    const traceId = newTrace()
    const socket = await openSocket(Number(new URL(server.origin).port))
    const head = `POST /tms/login HTTP/1.1\r\nHost: x\r\nTraceparent: 00-${traceId}-${CALLER}-01\r\nContent-Length: 99\r\n`
    socket.write(`${head}Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=`)
    await receiver.settled(server.origin)
    socket.destroy()
    const ofRequest = (): ReceivedSpan | undefined =>
      receiver.spans().find((span) => span.traceId === traceId && span.kind === SERVER)
    await receiver.until(() => ofRequest() !== undefined)
    assert.equal(ofRequest()!.attributes['error.type'], 'incomplete')
    const line = JSON.parse(server.logged.find((text) => text.includes('"complete":false'))!)
    assert.equal(line.trace_id, traceId)
  })

  it('show an internal error as failed, by its code, and the line of the log has their ids', async () => {
    await server.db.raw('alter view tms.callers rename to callers_of_old')
    const { answer, traceId, spans } = await traced('GET', '/tms/user/me', { token })
    assert.equal(answer.status, 500)
    const failed = spans.map(({ name, attributes, status }) => [name, attributes['error.type'], status.code])
    assert.deepEqual(failed.sort(), [
      ['GET /tms/user/me', '500', FAILED],
      ['caller of tms', '42P01', FAILED],
      ['callers of tms', '42P01', FAILED],
      ['getCurrentUser', '42P01', FAILED]
    ])
    assert.doesNotMatch(JSON.stringify(spans), /does not exist/)
    const line = JSON.parse(server.logged.find((text) => text.includes('"msg":"internal error"'))!)
    assert.equal(line.trace_id, traceId)
  })
})

describe('traces where HTTP shows no status of the contract', () => {
  const server = useServer({ ...receiver.env, APIS: 'julong', JULONG_STATUS: 'body' })
  after(() => receiver.close())

  it('show an internal error as failed, and a refusal not', async () => {
    const token = await login(server.client, 'julong', 'admin', '123456')
    const traced = tracedBy(server, receiver)
    const ofRequest = async (path: string): Promise<unknown[]> => {
      const { spans } = await traced('GET', `/api/private/v1/${path}`, { token })
      const { attributes, status } = only(spans, SERVER)
      return [attributes['http.response.status_code'], attributes['error.type'], status.code]
    }
    assert.deepEqual(await ofRequest('users/987654321'), [200, undefined, 0])
    await server.db.raw('alter view julong.callers rename to callers_of_old')
    assert.deepEqual(await ofRequest('users/987654321'), [200, '500', FAILED])
  })
})

const newcomer = () => ({
  email: freshEmail(),
  first_name: '名字甲',
  last_name: '姓氏乙',
  phone_number: '13812345678'
})
