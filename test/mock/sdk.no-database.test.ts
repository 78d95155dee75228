import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'
import type { RealmName } from '../../src/config/realm-names.js'
import { apisUnderTest, type ApiUnderTest } from '../http/api-under-test.js'
import { useMock } from '../support/mock.js'

interface Result {
  ok: boolean
  status: number
  body: unknown
}

type Client = Record<string, (call?: object) => Promise<Result>> & {
  tokens: { get(): string | undefined; clear(): void }
  onSession(listener: (change: string) => void): void
}

type Create = (options: { baseUrl: string; onRequest: (request: Request) => void }) => Client

const CREATE: Record<RealmName, string> = {
  tms: 'createTms',
  julong: 'createJulong',
  'waste-sorting': 'createWasteSorting',
  'user-login': 'createUserLogin',
  'back-office': 'createBackOffice'
}

for (const stateful of [false, true]) {
  describe(`the client package against the mock${stateful ? ' with state' : ''}`, () => {
    const mock = useMock({ stateful })
    let sdk: Record<string, Create>
    before(async () => {
      sdk = (await import(new URL('generated/sdk/esm/index.js', packageRoot).href)) as typeof sdk
    })

    for (const api of apisUnderTest) {
      it(`logs in to ${api.name}, uses, renews and ends the session`, async () => {
        const client = sdk[CREATE[api.name]]!({ baseUrl: mock.origin, onRequest: () => {} })
        const changes: string[] = []
        client.onSession((change) => changes.push(change))
        assert.equal((await client.login!({ body: credentials(api) })).status, 200)
        assert.deepEqual(changes, ['opened'])
        const first = client.tokens.get()
        for (const { operationId, parameters } of reading(api)) {
          const query = Object.fromEntries(
            parameters.filter((p) => p.required).map(({ name, example }) => [name, example])
          )
          const result = await client[operationId]!({ query })
          assert.equal(result.status, 200, `${operationId} ${JSON.stringify(result.body)}`)
        }
        const renewal = api.operations.find(({ session }) => session.renews !== undefined)
        if (renewal !== undefined) {
          assert.ok((await client[renewal.operationId]!()).ok)
          assert.notEqual(client.tokens.get(), first)
        } else assert.equal(client.tokens.get(), first)
        const ending = api.operations.find(({ session }) => session.closes)
        if (ending === undefined) client.tokens.clear()
        else assert.ok((await client[ending.operationId]!()).ok)
        assert.equal(client.tokens.get(), undefined)
        assert.equal((await client[reading(api)[0]!.operationId]!(PAGE)).ok, false)
        assert.deepEqual(changes, renewal ? ['opened', 'renewed', 'ended'] : ['opened', 'ended'])
      })
    }
  })
}

/** What some lists ask for; others ignore it. */
const PAGE = { query: { pagenum: 1, pagesize: 10 } }

/** The operations with a token that read without an id. */
function reading({ operations }: ApiUnderTest) {
  const found = operations.filter(
    ({ needsToken, method, path }) => needsToken && method === 'GET' && !path.includes('{')
  )
  assert.ok(found.length > 0)
  return found
}

function credentials({ login, sample }: ApiUnderTest): object {
  const example = login.body!.example as Record<string, string>
  const [nameField] = Object.keys(example).filter((field) => field !== 'password')
  return { [nameField!]: sample.name, password: sample.password }
}
