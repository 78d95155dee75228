import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { describe, it } from 'node:test'
import { realmNamed } from '../../src/realms/realms.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { takeDatabaseAway } from '../support/outage.js'
import { APIS, apisUnderTest, assertAnswer, invalidStatus, logIn, target, type ApiUnderTest } from './api-under-test.js'

const HASH = /\$2[aby]\$|\$argon2/

function sendChunked(origin: string, { login }: ApiUnderTest, text: string): Promise<Response> {
  return fetch(origin + login.path, {
    method: login.method,
    headers: { 'content-type': login.body!.mediaType },
    body: new Blob([text]).stream(),
    duplex: 'half'
  })
}

describe('problems that any operation may answer', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    describe(`in ${api.name}`, () => {
      it('404 for an unknown path', async () => {
        for (const path of [api.basePath, `${api.basePath}/`, `${api.basePath}/nowhere`, `${api.login.path}/`]) {
          assertAnswer(api, await server.client.get(path), 404)
        }
        const shouted = api.basePath + api.login.path.slice(api.basePath.length).toUpperCase()
        assertAnswer(api, await server.client.request(api.login.method, shouted), 404)
      })

      it('405 with Allow for another method', async () => {
        for (const operation of api.operations) {
          const methods = api.operations.filter(({ path }) => path === operation.path).map(({ method }) => method)
          const answer = await server.client.request('PROPFIND', target(operation).replace(/\?.*/, ''))
          assertAnswer(api, answer, 405)
          const allow = answer.headers.get('allow')?.split(', ') ?? []
          for (const method of [...methods, 'OPTIONS']) assert.ok(allow.includes(method), `${operation.path} ${allow}`)
          assert.equal(allow.includes('HEAD'), allow.includes('GET'))
          assert.ok(!allow.includes('PROPFIND'))
        }
      })

      it('413 for a body over 100 KiB, announced or not', async () => {
        const answer = await logIn(server.client, api, { password: 'x'.repeat(102_400) })
        assertAnswer(api, answer, 413)
        const chunked = await sendChunked(server.origin, api, 'x'.repeat(200_000))
        assertAnswer(api, { status: chunked.status, headers: chunked.headers, body: await chunked.json() }, 413)
      })

      it('keeps the connection for the next request after 413', async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 })
        const { method, path, body } = api.login
        const headers = { 'content-type': body!.mediaType }
        const statuses: unknown[] = []
        const sockets = new Set<unknown>()
        for (const content of ['x'.repeat(1_000_000), '{', 'x'.repeat(1_000_000), '{']) {
          const sent = request(server.origin + path, { method, agent, headers })
          // Written before the end, it is sent in chunks: the server learns its length only by reading.
          sent.write(content)
          sent.end()
          const [response] = (await once(sent, 'response')) as [IncomingMessage]
          sockets.add(response.socket)
          statuses.push(response.statusCode === 413)
          await response.resume().toArray()
        }
        agent.destroy()
        assert.deepEqual(statuses, [true, false, true, false])
        assert.equal(sockets.size, 1)
      })

      it('415 for a body of another media type, or of none', async () => {
        for (const operation of api.operations.filter(({ body }) => body !== undefined)) {
          for (const type of [
            'text/plain',
            'application/xml',
            'multipart/form-data; boundary=x',
            'application/cbor',
            'x'
          ]) {
            const headers = { 'content-type': type }
            const answer = await server.client.request(operation.method, target(operation), { raw: 'a=b', headers })
            assertAnswer(api, answer, 415, operation)
          }
          const untyped = { raw: new TextEncoder().encode('a=b') }
          assertAnswer(api, await server.client.request(operation.method, target(operation), untyped), 415, operation)
        }
        const headers = { 'content-type': `${api.login.body!.mediaType.toUpperCase()}; Charset=UTF-8` }
        const answer = await server.client.request(api.login.method, api.login.path, { raw: '{}', headers })
        assertAnswer(api, answer, invalidStatus(api.login))
      })
    })
  }
})

describe('too many attempts', () => {
  const server = useServer({ APIS, LOGIN_FAILURES: '2' })

  for (const api of apisUnderTest) {
    it(`are 429 with Retry-After in ${api.name}`, async () => {
      for (let failure = 0; failure < 2; failure += 1) {
        assert.notEqual((await logIn(server.client, api, { password: 'wrong' })).status, 429)
      }
      const answer = await logIn(server.client, api)
      assertAnswer(api, answer, 429)
      const seconds = Number(answer.headers.get('retry-after'))
      assert.ok(Number.isInteger(seconds) && seconds > 0 && seconds <= 15 * 60, `Retry-After: ${seconds}`)
    })
  }
})

describe('an internal error', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    it(`is 500 without detail in ${api.name}, its cause logged without password and hash`, async () => {
      const { table } = realmNamed(api.name)
      // The first login writes the account's row, which no row may be any more.
      await server.db.raw(`alter table ${table} add constraint no_row check (false) not valid`)
      const lines = server.logged.length
      const answer = await logIn(server.client, api)
      assertAnswer(api, answer, 500)
      assert.doesNotMatch(JSON.stringify(answer.body), /no_row|constraint|update|sql/i)
      const logged = server.logged.slice(lines).join('')
      assert.match(logged, /"level":50.*violates check constraint \\"no_row\\"/)
      assert.match(logged, /"operationId":"login"/)
      assert.doesNotMatch(logged, HASH)
      assert.ok(!logged.includes(JSON.stringify(api.sample.password)))
    })
  }
})

describe('a database that is away', () => {
  const server = useServer({ APIS, DATABASE_POOL: '2' })

  it('is 503 with Retry-After, its cause logged, until it is back', async () => {
    const token = await login(server.client, 'user-login', 'user@example.com', 'currentpassword')
    const giveBack = await takeDatabaseAway(server)
    try {
      const deprecated = server.client.get('/api/me', { token })
      const answers = await Promise.all(apisUnderTest.map((api) => logIn(server.client, api)))
      for (const [index, api] of apisUnderTest.entries()) {
        assertAnswer(api, answers[index]!, 503)
        assert.match(answers[index]!.headers.get('retry-after') ?? '', /^[1-9]\d*$/)
      }
      const { status, headers } = await deprecated
      assert.deepEqual([status, headers.get('link')], [503, '<users/me>; rel="successor-version"'])
      assert.match(server.logged.join(''), /"level":40.*"msg":"unavailable"/)
      assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/)
    } finally {
      await giveBack()
    }
    for (const api of apisUnderTest) assertAnswer(api, await logIn(server.client, api), 200)
  })
})
