import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { describe, it } from 'node:test'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, type ApiUnderTest } from './api-under-test.js'

const MEGABYTE = 'x'.repeat(1_000_000)

/** A server that waits for what it should refuse is red soon. */
describe('large input', { timeout: 60_000 }, () => {
  const server = useServer({ APIS })

  /** A request whose body has not ended; it goes on as its caller likes. */
  function open({ login }: ApiUnderTest, headers: OutgoingHttpHeaders = {}) {
    const { method, path, body } = login
    const sent = request(server.origin + path, { method, headers: { 'content-type': body!.mediaType, ...headers } })
    const answered = once(sent, 'response').then(async ([response]: IncomingMessage[]) => ({
      status: response!.statusCode!,
      headers: new Headers(response!.headers as Record<string, string>),
      body: JSON.parse((await response!.toArray()).join(''))
    }))
    return { sent, answered }
  }

  for (const api of apisUnderTest) {
    it(`${api.name} refuses a large body before it has ended`, async () => {
      const { sent, answered } = open(api)
      sent.write(MEGABYTE)
      assertAnswer(api, await answered, 413)
      sent.destroy()
    })

    it(`${api.name} refuses an announced large body before any of it has come`, async () => {
      for (const length of ['102401', '100000000', '4294967300', '9223372036854775807']) {
        const { sent, answered } = open(api, { 'content-length': length })
        sent.flushHeaders()
        assertAnswer(api, await answered, 413)
        sent.destroy()
      }
    })

    it(`${api.name} answers headers of any size`, async () => {
      const { path, method } = api.login
      const long = 'x'.repeat(20_000)
      const headers: Record<string, string>[] = [
        { 'x-long': long },
        { authorization: `Bearer ${long}` },
        { cookie: long }
      ]
      for (const each of headers) {
        assert.equal((await server.client.request(method, path, { headers: each })).status, 431)
      }
      assert.equal((await server.client.get(`${path}?${long}`)).status, 431)
      const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`x${index}`, '1']))
      const headersAndLast = { ...many, 'x-request-id': 'the-last-one' }
      const missing = await server.client.get(`${api.basePath}/nowhere`, { headers: headersAndLast })
      assertAnswer(api, missing, 404)
      assert.equal(missing.headers.get('x-request-id'), 'the-last-one')
      const asking = api.operations.find(({ needsToken, parameters }) => needsToken && parameters.length === 0)!
      const bearer = { authorization: `Bearer ${'x'.repeat(14_000)}` }
      const answer = await server.client.request(asking.method, asking.path, { headers: bearer })
      assertAnswer(api, answer, 401, asking)
    })
  }

  it('a body of 100 MB takes no memory, and leaves the connection to the next request', async () => {
    const { method, path, body } = apisUnderTest[0]!.login
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    const answers = socket.setEncoding('latin1').toArray()
    const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${body!.mediaType}\r\n`
    const before = process.memoryUsage().rss
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`)
    for (let megabytes = 0; megabytes < 100; megabytes += 1) {
      if (!socket.write(`${MEGABYTE.length.toString(16)}\r\n${MEGABYTE}\r\n`)) await once(socket, 'drain')
    }
    const grown = process.memoryUsage().rss - before
    socket.write(`0\r\n\r\n${head}Connection: close\r\n\r\n`)
    const statuses = (await answers).join('').match(/(?<=HTTP\/1.1 )\d+/g)
    assert.deepEqual(statuses, ['413', '422'])
    assert.ok(grown < 50_000_000, `grew by ${grown} bytes`)
  })

  it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})
