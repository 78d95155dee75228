import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { PASSWORD } from '../support/accounts.js'
import { keyFolder, newKey } from '../support/key-folder.js'
import { login } from '../support/sessions.js'
import { headerOf } from './support/craft.js'
import { everywhere, logins, people, statuses, withServer, type Tokens } from './support/rotation.js'

const FIRST = { TOKEN_SECRET: 'first-secret-abcdefghijklmnopqrstuvwxyz' }
const SECOND = { TOKEN_SECRET: 'second-secret-abcdefghijklmnopqrstuvwxyz' }
const ES256 = { TOKEN_ALGORITHM: 'ES256' }

/** One after the other, on one database, as an operator changes how tokens are signed. */
describe('a change of TOKEN_ALGORITHM', () => {
  let database: TestDatabase
  let names: Record<RealmName, string>
  let symmetric: Tokens
  let elliptic: Tokens
  let revoked: string
  const keys = keyFolder()

  before(async () => {
    database = await copyOfTemplate()
    await withServer(database, FIRST, async (server) => {
      names = await people(server)
      symmetric = await logins(server, names)
      revoked = await login(server.client, 'tms', names.tms, PASSWORD)
      assert.equal((await server.client.put('/tms/logout', { token: revoked })).status, 200)
    })
  })
  after(async () => {
    keys.remove()
    await database.remove()
    await removeOwnTemplate()
  })

  it('leaves the header of a token of HS256 as it always was', () => {
    for (const api of realmNames) assert.equal(textOfHeader(symmetric[api]), '{"alg":"HS256","typ":"JWT"}')
  })

  it('to ES256 keeps tokens of HS256 valid, and revoked ones revoked', () =>
    withServer(database, { ...FIRST, ...ES256 }, async (server) => {
      assert.deepEqual(await statuses(server, symmetric), everywhere(200))
      assert.equal((await server.client.get('/tms/user/me', { token: revoked })).status, 401)
      elliptic = await logins(server, names)
      assert.deepEqual(await statuses(server, elliptic), everywhere(200))
      for (const api of realmNames) {
        const { kid, ...header } = headerOf(elliptic[api])
        assert.deepEqual([header, typeof kid], [{ alg: 'ES256', typ: 'JWT' }, 'string'])
      }
      const token = await login(server.client, 'tms', names.tms, PASSWORD)
      assert.equal((await server.client.put('/tms/logout', { token })).status, 200)
      assert.equal((await server.client.get('/tms/user/me', { token })).status, 401)
    }))

  it('back to HS256 keeps tokens of ES256 valid', () =>
    withServer(database, FIRST, async (server) => {
      assert.deepEqual(await statuses(server, elliptic), everywhere(200))
      assert.deepEqual(await statuses(server, symmetric), everywhere(200))
    }))

  it('together with a new secret keeps the tokens of both valid while the old one is TOKEN_SECRET_PREVIOUS', () =>
    withServer(database, { ...SECOND, TOKEN_SECRET_PREVIOUS: FIRST.TOKEN_SECRET, ...ES256 }, async (server) => {
      assert.deepEqual(await statuses(server, elliptic), everywhere(200))
      assert.deepEqual(await statuses(server, symmetric), everywhere(200))
    }))

  it('revokes the tokens of both with a new secret alone', () =>
    withServer(database, { ...SECOND, ...ES256 }, async (server) => {
      assert.deepEqual(await statuses(server, elliptic), everywhere(401))
      assert.deepEqual(await statuses(server, symmetric), everywhere(401))
    }))

  describe('with keys in TOKEN_KEY_DIR', () => {
    const withKeys = { ...FIRST, TOKEN_KEY_DIR: keys.path }
    const [older, newer] = [perRealm(newKey), perRealm(newKey)]
    let fromFiles: Tokens

    it('keeps tokens of HS256 valid, and not those of the derived keys', () => {
      for (const api of realmNames) keys.write(`${api}.pem`, older[api])
      return withServer(database, { ...withKeys, ...ES256 }, async (server) => {
        assert.deepEqual(await statuses(server, symmetric), everywhere(200))
        assert.deepEqual(await statuses(server, elliptic), everywhere(401))
        fromFiles = await logins(server, names)
        assert.deepEqual(await statuses(server, fromFiles), everywhere(200))
      })
    })

    it('back to HS256 keeps their tokens valid', () =>
      withServer(database, withKeys, async (server) => {
        assert.deepEqual(await statuses(server, fromFiles), everywhere(200))
        const [token] = Object.values(await logins(server, names))
        assert.equal(headerOf(token!).alg, 'HS256')
      }))

    it('keeps the tokens of a previous key valid while it has a file, with another secret too', () => {
      for (const api of realmNames) keys.write(`${api}.pem`, newer[api])
      for (const api of realmNames) keys.write(`${api}.previous.pem`, older[api])
      return withServer(database, { ...withKeys, ...SECOND, ...ES256 }, async (server) => {
        assert.deepEqual(await statuses(server, fromFiles), everywhere(200))
        assert.deepEqual(await statuses(server, symmetric), everywhere(401))
      })
    })

    it('revokes the tokens of keys that have no file any more', () =>
      withServer(database, { ...FIRST, ...ES256 }, async (server) => {
        assert.deepEqual(await statuses(server, fromFiles), everywhere(401))
        assert.deepEqual(await statuses(server, elliptic), everywhere(200))
      }))
  })
})

function textOfHeader(token: string): string {
  return Buffer.from(token.split('.')[0]!, 'base64url').toString()
}

function perRealm<T>(make: () => T): Record<RealmName, T> {
  return Object.fromEntries(realmNames.map((api) => [api, make()])) as Record<RealmName, T>
}
