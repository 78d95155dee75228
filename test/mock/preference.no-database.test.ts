import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apisUnderTest, assertAnswer, bodyOptions, target, type ApiUnderTest } from '../http/api-under-test.js'
import type { DocumentedOperation } from '../contract/documented.js'
import { useMock, type TestMock } from '../support/mock.js'

const KNOWN = /^Prefer: the mock knows code, example, dynamic, rows and delay, not /
const BAD: [prefer: string, reason: RegExp][] = [
  ['foo=1', /not foo$/],
  ['return=minimal', KNOWN],
  ['code=200; respond-async', /not respond-async$/],
  ['constructor=1', KNOWN],
  ['=1', /not an empty text$/],
  ['code', /^Prefer: code is a status$/],
  ['dynamic', /^Prefer: dynamic is true or false$/],
  ['dynamic=yes', /^Prefer: dynamic is true or false, not yes$/],
  ['dynamic=constructor', /not constructor$/],
  ['rows=-1', /^Prefer: rows is a whole number from 0 to 100000, not -1$/],
  ['rows=100001', /not 100001$/],
  ['rows=1.5', /not 1.5$/],
  ['rows=', /not an empty text$/],
  ['delay=60001', /^Prefer: delay is a whole number of milliseconds from 0 to 60000, not 60001$/],
  ['delay=-1', /not -1$/],
  ['delay=1e3', /not 1e3$/],
  ['delay=2s', /not 2s$/],
  ['code=200, code=401', /^Prefer: code is given twice$/],
  ['delay=0; Delay=1', /^Prefer: delay is given twice$/]
]

describe('the header Prefer', () => {
  const mock = useMock()

  for (const api of apisUnderTest) {
    it(`is refused by ${api.name} with 400, in its own body, which says why`, async () => {
      for (const [prefer, reason] of BAD) {
        const answer = await logIn(mock, api, prefer)
        assertAnswer(api, answer, 400)
        assert.match(textIn(answer.body), reason)
      }
    })

    it(`is refused by ${api.name} before anything else of a request`, async () => {
      const headers = { prefer: 'foo=1' }
      const paths = [target(secured(api)), `${api.basePath}/no/such/path`]
      for (const path of paths) assertAnswer(api, await mock.client.get(path, { headers }), 400)
    })
  }

  it('takes semicolons as commas, quotes, blanks, capitals and empty parts', async () => {
    const ways = [
      'code=400; example=wrongPassword',
      ' CODE = "400" ,; Example="wrongPassword";',
      'example=wrongPassword;delay=0'
    ]
    for (const prefer of ways) {
      const headers = { prefer }
      const answer = await mock.client.post('/tms/login', { form: { username: 'a', password: 'b' }, headers })
      assert.deepEqual([answer.status, answer.body.message], [400, '用户密码错误'], prefer)
    }
  })

  it('holds an answer back with delay, a refusal too', async () => {
    const hangUp = new AbortController()
    const held = ['/tms/user/me', '/api/me'].map((path) => {
      const state = { answered: false, path }
      const headers = { prefer: 'delay=60000' }
      fetch(mock.origin + path, { headers, signal: hangUp.signal }).then(
        () => (state.answered = true),
        () => {}
      )
      return state
    })
    for (let i = 0; i < 20; i++) assert.equal((await logIn(mock, apisUnderTest[0]!, 'delay=1')).status, 200)
    for (const { answered, path } of held) assert.equal(answered, false, path)
    hangUp.abort()
  })

  it('makes values differ from answer to answer with dynamic=true', async () => {
    for (const api of apisUnderTest) {
      const changed = await differing(mock, api)
      assert.ok(changed.length >= EXPECTED_DYNAMIC[api.name]!, `${api.name}: ${changed.join(', ')}`)
    }
  })
})

/** How many operations at least have something to vary: what clients set, moments, booleans. */
const EXPECTED_DYNAMIC: Record<string, number> = {
  tms: 4,
  julong: 8,
  'waste-sorting': 2,
  'user-login': 2,
  'back-office': 2
}

/** The operations that answer differently to four requests with `dynamic=true`, all within the contract. */
async function differing(mock: TestMock, api: ApiUnderTest): Promise<string[]> {
  const found: string[] = []
  for (const operation of api.operations.filter(({ method }) => method === 'GET' || method === 'POST')) {
    const bodies = new Set<string>()
    for (let i = 0; i < 4; i++) {
      const headers = { prefer: 'dynamic=true' }
      const options = operation.body && bodyOptions(operation, operation.body.example as object)
      const answer = await mock.client.request(operation.method, target(operation), {
        ...options,
        token: 'any',
        headers: { ...options?.headers, ...headers }
      })
      assert.ok(answer.status < 300, `${operation.operationId} ${answer.status}`)
      assertAnswer(api, answer, answer.status, operation)
      bodies.add(JSON.stringify(answer.body).replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, ''))
    }
    if (bodies.size > 1) found.push(operation.operationId)
  }
  return found
}

function logIn({ client }: TestMock, { login, sample }: ApiUnderTest, prefer: string) {
  const example = login.body!.example as Record<string, string>
  const [nameField] = Object.keys(example).filter((field) => field !== 'password')
  const fields = { ...example, [nameField!]: sample.name, password: sample.password }
  const { headers, ...options } = bodyOptions(login, fields)
  return client.request(login.method, login.path, { ...options, headers: { ...headers, prefer } })
}

const secured = ({ operations }: ApiUnderTest): DocumentedOperation =>
  operations.find(({ needsToken, method }) => needsToken && method === 'GET')!

/** The one text of an error body that is not empty. */
function textIn(body: unknown): string {
  if (typeof body === 'string') return body
  return typeof body === 'object' && body !== null ? Object.values(body).map(textIn).join('') : ''
}
