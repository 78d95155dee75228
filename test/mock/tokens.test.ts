import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNamed } from '../../src/realms/realms.js'
import { APIS, apisUnderTest, bodyOptions, target, tokenOf, type ApiUnderTest } from '../http/api-under-test.js'
import type { Answer } from '../support/client.js'
import { useMock } from '../support/mock.js'
import { useServer } from '../support/server.js'
import { valueAt } from '../support/value-at.js'

type Claims = Record<string, unknown> & { iat: number; exp: number; jti: string }

describe('the tokens of the mock', () => {
  const mock = useMock()
  const server = useServer({ APIS })

  const logIn = (api: ApiUnderTest, fields: object = {}) => {
    const { login } = api
    return mock.client.request(
      login.method,
      login.path,
      bodyOptions(login, { ...(login.body!.example as object), ...fields })
    )
  }

  for (const api of apisUnderTest) {
    const life = realmNamed(api.name).tokenLifeSeconds

    it(`are valid now, for as long as those of the server of ${api.name}`, async () => {
      const before = Math.floor(Date.now() / 1000)
      const claims = claimsOf(tokenIn(api, await logIn(api)))
      assert.ok(claims.iat >= before && claims.iat <= Date.now() / 1000)
      assert.equal(claims.exp - claims.iat, life)
    })

    it(`have the claims of the server of ${api.name}, and differ from login to login`, async () => {
      const expected = claimsOf(await tokenOf(server.client, api))
      const [one, other] = [claimsOf(tokenIn(api, await logIn(api))), claimsOf(tokenIn(api, await logIn(api)))]
      assert.deepEqual(kindsOf(one), kindsOf(expected))
      assert.equal(one.aud, api.name)
      assert.notEqual(one.jti, other.jti)
    })

    it(`are in the form of ${api.name}, wherever the answer has them`, async () => {
      const { body } = await logIn(api)
      const { example, examples = {} } = api.login.responses.get('200')!.content!['application/json']!
      assert.deepEqual(withoutTokens(body), withoutTokens(example ?? Object.values(examples)[0]!.value))
    })
  }

  it('name who logged in, and go on doing so when they are renewed', async () => {
    const [tms] = apisUnderTest.filter(({ name }) => name === 'tms') as [ApiUnderTest]
    assert.equal(claimsOf(tokenIn(tms, await logIn(tms, { username: 'a' }))).sub, 'a')
    const [api] = apisUnderTest.filter(({ name }) => name === 'user-login') as [ApiUnderTest]
    const first = tokenIn(api, await logIn(api, { email: 'somebody@example.com' }))
    const renewal = api.operations.find(({ session }) => session.renews !== undefined)!
    const answer = await mock.client.request(renewal.method, target(renewal), { token: first })
    const second = valueAt(answer.body, renewal.session.renews!) as string
    assert.equal(claimsOf(second).sub, 'somebody@example.com')
    assert.equal(claimsOf(second).uid, claimsOf(first).uid)
    assert.notEqual(second, first)
  })

  it('are made for any renewed token', async () => {
    for (const token of ['any', 'a.b.c', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.bm9uZQ.x', 'W10.W10.x']) {
      const { status, body } = await mock.client.post('/api/users/refresh_token', { token })
      assert.equal(status, 200, token)
      assert.ok(claimsOf(body.access_token).exp > Date.now() / 1000)
    }
  })

  it('of julong have the id of the account in the answer', async () => {
    const [julong] = apisUnderTest.filter(({ name }) => name === 'julong') as [ApiUnderTest]
    const answer = await logIn(julong)
    const { uid, rid } = claimsOf(tokenIn(julong, answer))
    assert.deepEqual([uid, rid], [answer.body.data.id, answer.body.data.rid])
  })
})

function tokenIn({ login }: ApiUnderTest, { status, body }: Answer): string {
  assert.equal(status, 200, JSON.stringify(body))
  return (valueAt(body, login.session.opens!) as string).replace(/^bearer /i, '')
}

function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims
}

function kindsOf(claims: Claims): [name: string, type: string][] {
  return Object.entries(claims)
    .map(([name, value]): [string, string] => [name, typeof value])
    .sort()
}

function withoutTokens(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+|<token>|xx\.yy\.zz/g, 'token'))
}
