import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createServer } from '../../src/server/create-server.js'
import { listen } from '../../src/server/listen.js'
import { sendBytes } from '../support/raw-socket.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, type ApiUnderTest } from './api-under-test.js'

const END = '\r\nHost: x\r\nConnection: close\r\n\r\n'

/** Requests that HTTP does not allow, each with the status of its answer. */
function requestsTo(path: string): Record<string, { bytes: (string | number[])[]; status: number }> {
  const target = (...raw: (string | number[])[]) => [`GET ${path}`, ...raw, ` HTTP/1.1${END}`]
  const headers = (lines: string) => [`GET ${path} HTTP/1.1\r\nConnection: close\r\n${lines}\r\n`]
  return {
    'the byte FF in the query': { bytes: target('?a=', [0xff]), status: 400 },
    'unencoded UTF-8 in the query': { bytes: target('?a=张'), status: 400 },
    'unencoded UTF-8 in the path': { bytes: target('/张'), status: 400 },
    'a control character in the path': { bytes: target('/', [1]), status: 400 },
    'a zero byte in the query': { bytes: target('?a=', [0]), status: 400 },
    'a space in the query': { bytes: target('?a=b c'), status: 400 },
    'two hosts': { bytes: headers('Host: x\r\nHost: y\r\n'), status: 400 },
    'no host': { bytes: headers(''), status: 400 },
    'a method that there is not': { bytes: [`FOO ${path} HTTP/1.1${END}`], status: 400 },
    'a header with a space in its name': { bytes: headers('Host: x\r\na b: c\r\n'), status: 400 },
    'both lengths of a body': {
      bytes: headers('Host: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n'),
      status: 400
    },
    ...Object.fromEntries(
      ['gzip, chunked', 'chunked, chunked', 'gzip', 'identity', 'chunked;a=b'].map((coding) => [
        `the Transfer-Encoding ${coding}`,
        { bytes: headers(`Host: x\r\nTransfer-Encoding: ${coding}\r\n`), status: 400 }
      ])
    ),
    'headers of 20 KB': { bytes: headers(`Host: x\r\na: ${'b'.repeat(20_000)}\r\n`), status: 431 },
    'an address of 20 KB': { bytes: target(`?a=${'b'.repeat(20_000)}`), status: 431 }
  }
}

describe('a request that HTTP does not allow', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    for (const [what, { bytes, status }] of Object.entries(requestsTo(`${api.basePath}/nowhere`))) {
      it(`${what}: ${status} in the problem format of ${api.name}, with CORS headers and an id`, async () => {
        const answer = await sendBytes(server.origin, bytes)
        assertAnswer(api, answer, status)
        assert.equal(answer.headers.get('access-control-allow-origin'), '*')
        assert.equal(answer.headers.get('connection'), 'close')
        assert.match(answer.headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/)
      })
    }
  }

  for (const api of apisUnderTest) {
    it(`is refused as documented where it is for an operation of ${api.name}`, async () => {
      const gets = api.operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
      const operation = gets.find(({ responses }) => !responses.has('400')) ?? gets[0]!
      const head = `GET ${operation.path} HTTP/1.1\r\nConnection: close\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n`
      assertAnswer(api, await sendBytes(server.origin, [head, '0\r\n\r\n']), 400, operation)
    })
  }

  it('leaves nothing done where its body is coded for the way', async () => {
    const { method, path } = { method: 'POST', path: '/tms/register' }
    const send = (coding: string, name: string, version = '1.1') => {
      const body = JSON.stringify({ username: name, password: 'zhou0914.' })
      const headers = `Host: x\r\nContent-Type: application/json\r\nTransfer-Encoding: ${coding}`
      const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
      return sendBytes(server.origin, [
        `${method} ${path} HTTP/${version}\r\nConnection: close\r\n${headers}\r\n\r\n${chunks}`
      ])
    }
    for (const coding of ['gzip, chunked', 'x-gzip, chunked', 'chunked, chunked', 'identity, chunked']) {
      const { status, headers } = await send(coding, 'coded')
      assert.equal(status, 400, coding)
      assert.equal(headers.get('connection'), 'close')
    }
    assert.equal((await send('chunked', 'coded', '1.0')).status, 400)
    assert.equal((await send('Chunked', 'coded')).status, 200)
  })

  it('is answered in JSON where it belongs to no API', async () => {
    const noUrl = ['http://[', 'http://', 'http://[::1/tms/user/me', 'http://x:y/'].map((url) => `GET ${url}`)
    for (const line of ['\x16\x03\x01', 'GET /?a=张', 'CONNECT x:1', ...noUrl]) {
      const { status, body, headers } = await sendBytes(server.origin, [`${line} HTTP/1.1${END}`])
      assert.equal(status, 400, line)
      assert.deepEqual(body, { message: 'Bad Request' })
      assert.equal(headers.get('access-control-allow-origin'), '*')
    }
  })

  it('may name the server in its address', async () => {
    const { status } = await sendBytes(server.origin, [`GET http://x/health/live HTTP/1.1${END}`])
    assert.equal(status, 200)
  })

  it('is answered once, with 408 in the words of its API where its body comes too late', async () => {
    const { app, unreadable } = await createServer(server.context)
    const { ports, close } = await listen(app.callback(), '127.0.0.1', [0], { unreadable, requestTimeout: 500 })
    const headers = 'Host: x\r\nX-Request-Id: late-1\r\nContent-Type: application/json\r\nContent-Length: 2'
    const sendPart = (method: string, path: string) =>
      sendBytes(`http://127.0.0.1:${ports[0]}`, [`${method} ${path} HTTP/1.1\r\n${headers}\r\n\r\n{`])
    const send = async (api: ApiUnderTest) => {
      assertAnswer(api, await sendPart('POST', `${api.basePath}/nowhere`), 404)
      const answer = await sendPart(api.json.method, api.json.path)
      assertAnswer(api, answer, 408, api.json)
      assert.equal(answer.headers.get('x-request-id'), 'late-1')
      assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    }
    await Promise.all(apisUnderTest.map(send)).finally(close)
  })

  it('HTTP/1.0 needs no host, and an unknown expectation is ignored', async () => {
    assert.equal((await sendBytes(server.origin, ['GET /health/live HTTP/1.0\r\n\r\n'])).status, 200)
    assert.equal((await sendBytes(server.origin, [`GET /health/live HTTP/1.1\r\nExpect: x${END}`])).status, 200)
  })

  it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})
