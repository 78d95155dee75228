import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { keySet, type KeySet } from '../../src/tokens/key-set.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { keyFolder, newKey } from '../support/key-folder.js'
import { freePorts } from '../support/ports.js'
import { startPrefixProxy } from '../support/prefix-proxy.js'
import { startServerOn, useServer, type TestServer } from '../support/server.js'
import { apisUnderTest, assertAnswer } from '../http/api-under-test.js'
import { headerOf } from '../security/support/craft.js'
import { rawStatus } from '../security/support/raw-request.js'
import { logins, people } from '../security/support/rotation.js'

const SECRET = 'a secret of thirty-two bytes at least'
const OTHER = 'another secret of thirty-two bytes at least'
const ES256 = { TOKEN_ALGORITHM: 'ES256', TOKEN_SECRET: SECRET, TOKEN_SECRET_PREVIOUS: OTHER }

const pathOf = (api: RealmName): string => `/${api}/.well-known/jwks.json`

async function setOf(origin: string, api: RealmName): Promise<KeySet> {
  const response = await fetch(origin + pathOf(api))
  assert.equal(response.status, 200)
  return (await response.json()) as KeySet
}

describe('the key set of an API', () => {
  const server = useServer(ES256)

  it('has the public keys of both secrets, and names the one that signed a token', async () => {
    const tokens = await logins(server, await people(server))
    for (const api of realmNames) {
      const set = await setOf(server.origin, api)
      assert.deepEqual(set, keySet(deriveKeys(api, SECRET, { algorithm: 'ES256', previousSecret: OTHER })))
      assert.equal(set.keys.length, 2)
      assert.equal(headerOf(tokens[api]).kid, set.keys[0]?.kid)
    }
  })

  it('may be cached for five minutes, and is revalidated by its ETag', async () => {
    const url = server.origin + pathOf('julong')
    const { headers } = await fetch(url)
    assert.equal(headers.get('Cache-Control'), 'public, max-age=300')
    assert.equal(headers.get('Content-Type'), 'application/jwk-set+json')
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*')
    const etag = headers.get('ETag')!
    assert.notEqual(etag, (await fetch(server.origin + pathOf('tms'))).headers.get('ETag'))
    const again = (known: string): Promise<number> =>
      rawStatus(server.origin, 'GET', pathOf('julong'), ['If-None-Match', known])
    assert.deepEqual([await again(etag), await again('"another"')], [304, 200])
  })

  it('allows only GET and HEAD, answers every other method 405 in the body of the API, and has no path below it', async () => {
    for (const api of apisUnderTest) {
      const path = pathOf(api.name)
      const head = await fetch(server.origin + path, { method: 'HEAD' })
      assert.deepEqual([head.status, await head.text()], [200, ''])
      const options = await server.client.request('OPTIONS', path)
      assert.deepEqual([options.status, options.headers.get('Allow')], [200, 'GET, HEAD, OPTIONS'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const refused = await server.client.request(method, path)
        assertAnswer(api, refused, 405)
        assert.equal(refused.headers.get('Allow'), 'GET, HEAD, OPTIONS')
      }
      for (const beside of [`${path}/`, `${path}/x`]) assertAnswer(api, await server.client.get(beside), 404)
      for (const beside of [path.replace('.json', ''), path.replace('jwks.json', '')]) {
        assert.equal((await server.client.get(beside)).status, 404, beside)
      }
    }
  })

  it('is the same behind a proxy that adds a path', async () => {
    const proxy = await startPrefixProxy(server.origin, '/accounts')
    try {
      for (const api of realmNames) {
        assert.deepEqual(await setOf(`${proxy.origin}/accounts`, api), await setOf(server.origin, api))
      }
    } finally {
      proxy.stop()
    }
  })
})

describe('the key sets by configuration', () => {
  let database: TestDatabase
  const keys = keyFolder()
  before(async () => {
    database = await copyOfTemplate()
  })
  after(async () => {
    keys.remove()
    await database.remove()
    await removeOwnTemplate()
  })

  async function withServer(env: Record<string, string>, work: (server: TestServer) => Promise<void>): Promise<void> {
    const server = await startServerOn(database, env)
    await work(server).finally(server.stop)
  }

  it('are refused in the form of the API: the status in the body where it is configured so', () =>
    withServer({ TMS_STATUS: 'body', JULONG_STATUS: 'body' }, async ({ client }) => {
      const [tms, julong] = await Promise.all([client.post(pathOf('tms')), client.post(pathOf('julong'))])
      assert.deepEqual([tms.status, tms.body.code], [200, 405])
      assert.deepEqual([julong.status, julong.body.meta.status], [200, 405])
    }))

  it('are empty while HS256 signs', () =>
    withServer({ TOKEN_SECRET: SECRET }, async ({ origin }) => {
      for (const api of realmNames) assert.deepEqual(await setOf(origin, api), { keys: [] })
    }))

  it('are there for open APIs alone, at every port, without the documentation too', async () => {
    const ports = await freePorts(2)
    await withServer({ ...ES256, APIS: 'tms,back-office', PORT: '', PORTS: ports.join(), DOCS: '0' }, async () => {
      const sets = await Promise.all(ports.map((port) => setOf(`http://127.0.0.1:${port}`, 'back-office')))
      assert.deepEqual(sets[0], sets[1])
      const statuses = realmNames.map(async (api) => (await fetch(`http://127.0.0.1:${ports[0]}${pathOf(api)}`)).status)
      assert.deepEqual(await Promise.all(statuses), [200, 404, 404, 404, 200])
    })
  })

  it('are those of the files in TOKEN_KEY_DIR, current and previous', () => {
    const [current, previous] = [newKey(), newKey()]
    for (const api of realmNames) keys.write(`${api}.pem`, api === 'tms' ? current : newKey())
    keys.write('tms.previous.pem', createPublicKey(previous))
    return withServer({ ...ES256, TOKEN_KEY_DIR: keys.path }, async ({ origin }) => {
      const expected = [current, previous].map((key) => createPublicKey(key).export({ format: 'jwk' }).x)
      assert.deepEqual(
        (await setOf(origin, 'tms')).keys.map(({ x }) => x),
        expected
      )
      assert.equal((await setOf(origin, 'julong')).keys.length, 1)
    })
  })
})
