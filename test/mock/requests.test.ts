import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DocumentedOperation } from '../contract/documented.js'
import { APIS, apisUnderTest, bodyOptions, target, tokenOf, type ApiUnderTest } from '../http/api-under-test.js'
import type { Answer, Client, RequestOptions } from '../support/client.js'
import { useMock } from '../support/mock.js'
import { useServer } from '../support/server.js'

interface Attempt {
  what: string
  method: string
  path: string
  options: RequestOptions
}

/** Headers that tell a client something; the others name the moment or the connection. */
const HEADERS = ['content-type', 'www-authenticate', 'allow', 'access-control-allow-origin', 'retry-after']

describe('a request that the contract refuses', () => {
  const mock = useMock()
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    it(`gets the same response from the mock of ${api.name} as from the server`, async () => {
      const token = await tokenOf(server.client, api)
      let refused = 0
      for (const { what, method, path, options } of attempts(api, token)) {
        const answer = await mock.client.request(method, path, options)
        // Only what is wrong with the request itself is the same on both; the rest depends on what is stored.
        if (answer.status < 400) continue
        refused += 1
        const expected = await server.client.request(method, path, options)
        assert.deepEqual(comparable(answer), comparable(expected), `${method} ${path} ${what}`)
      }
      assert.ok(refused >= 4 * api.operations.length, `${refused} requests were refused`)
    })
  }

  it('is refused even with a Prefer header', async () => {
    const options = { headers: { prefer: 'code=200' } }
    assert.equal((await mock.client.get('/tms/user/me', options)).status, 401)
    assert.equal((await mock.client.post('/api/auth/login', { json: {}, ...options })).status, 400)
  })
})

describe('the mock in a browser', () => {
  const mock = useMock()

  it('allows a preflight with a token and a preference', async () => {
    const { status, headers } = await preflight(mock.client)
    assert.equal(status, 204)
    assert.equal(headers.get('access-control-allow-origin'), '*')
    assert.equal(headers.get('access-control-allow-headers'), 'authorization,prefer')
  })
})

function preflight(client: Client): Promise<Answer> {
  return client.request('OPTIONS', '/api/admin/users', {
    headers: {
      origin: 'http://front.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,prefer'
    }
  })
}

function attempts(api: ApiUnderTest, token: string): Attempt[] {
  const elsewhere = { what: 'an unknown path', method: 'GET', path: `${api.basePath}/no/such/path`, options: { token } }
  return [elsewhere, ...api.operations.flatMap((operation) => attemptsOf(operation, token))]
}

function attemptsOf(operation: DocumentedOperation, token: string): Attempt[] {
  const { method, body, parameters } = operation
  const path = target(operation)
  const typed = (raw: string) => ({ token, raw, headers: { 'content-type': body!.mediaType } })
  const tries: [what: string, method: string, path: string, options: RequestOptions][] = [
    ['without a token', method, path, body ? bodyOptions(operation, body.example as object) : {}],
    ['a malformed header', method, path, { headers: { authorization: 'Basic a b' } }],
    ['another method', 'PATCH', path, { token }],
    ['a broken percent-encoding', method, `${path}%ZZ`, { token }],
    ['an unknown parameter', method, `${path}?nonsense=1`, { token }]
  ]
  if (body !== undefined) {
    tries.push(
      ['a body that cannot be read', method, path, typed('{%')],
      ['an empty body', method, path, typed('')],
      ['wrong types', method, path, typed(JSON.stringify(allWrong(body.example as object)))],
      ['another media type', method, path, { token, raw: 'x', headers: { 'content-type': 'text/plain' } }],
      ['a large body', method, path, typed(`{"a":"${'x'.repeat(110_000)}"}`)]
    )
  }
  for (const { name } of parameters)
    tries.push([`a bad ${name}`, method, target(operation, { [name]: 'x%00' }), { token }])
  return tries.map(([what, method, path, options]) => ({ what, method, path, options }))
}

function allWrong(example: object): object {
  return Object.fromEntries(Object.keys(example).map((name) => [name, [{}]]))
}

function comparable({ status, headers, body }: Answer): unknown {
  return { status, body, headers: HEADERS.map((name) => headers.get(name)) }
}
