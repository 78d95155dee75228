import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { tokenAlgorithms, type TokenAlgorithm } from '../../src/config/token-algorithms.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { signToken } from '../../src/tokens/token.js'
import { useServer, type TestServer } from '../support/server.js'
import { claimsOf, craft, headerOf } from './support/craft.js'
import { traitsOf } from '../apis/index.js'
import type { ProtectedOperation } from '../apis/traits.js'
import { forgeriesOf, type Genuine } from './support/forgeries.js'
import { person } from './support/people.js'
import { rawStatus } from './support/raw-request.js'

/** Where HTTP itself gives up on a header: too large, or the connection closed over it. */
const REFUSED_BY_HTTP = [431, 0]
const MEGABYTE = 'x'.repeat(1024 * 1024)

for (const algorithm of tokenAlgorithms)
  describe(`forged tokens while ${algorithm} signs`, () => forgedTokens(algorithm))

function forgedTokens(algorithm: TokenAlgorithm): void {
  const server = useServer({ TOKEN_ALGORITHM: algorithm })
  let sent = 0
  let accepted = 0

  after(() => console.log(`forged tokens, ${algorithm}: accepted ${accepted} of ${sent}`))

  /** Sends the headers; returns every response that is no 401. */
  async function refused(
    operation: ProtectedOperation,
    name: string,
    headers: string[],
    path = operation.path,
    allowed: number[] = []
  ) {
    const status = await rawStatus(server.origin, operation.method, path, headers)
    sent += 1
    if (status < 300 && status > 0) accepted += 1
    assert.ok([401, ...allowed].includes(status), `${name}: ${status}`)
  }

  for (const realm of realmNames) {
    for (const operation of traitsOf[realm].protectedOperations) {
      describe(`${realm} ${operation.path}`, () => {
        for (const forged of tokenAlgorithms) {
          it(`refuses every forgery of a token of ${forged}`, async () => {
            const statuses = operation.endedStatus === undefined ? [] : [operation.endedStatus]
            const genuine = await genuineOf(server, realm, operation, forged)
            for (const [name, token] of Object.entries(forgeriesOf(genuine))) {
              await refused(operation, name, ['Authorization', `Bearer ${token}`], operation.path, statuses)
            }
          })
        }

        it('refuses a token of a megabyte', async () => {
          await refused(
            operation,
            'a megabyte',
            ['Authorization', `Bearer ${MEGABYTE}`],
            operation.path,
            REFUSED_BY_HTTP
          )
        })

        it('refuses a good token in any place but one Authorization header', async () => {
          const { token } = await genuineOf(server, realm, operation, algorithm)
          const bearer = ['Authorization', `Bearer ${token}`]
          await refused(operation, 'two headers', [...bearer, ...bearer])
          await refused(operation, 'two headers, one forged', [...bearer, 'authorization', 'Bearer x'])
          await refused(operation, 'two headers, one empty', [...bearer, 'AUTHORIZATION', ''])
          await refused(operation, 'another word', ['Authorization', `Basic ${token}`])
          await refused(operation, 'three words', ['Authorization', `Bearer Bearer Bearer ${token}`])
          await refused(operation, 'text behind', ['Authorization', `Bearer ${token} x`])
          await refused(operation, 'cookie', [
            'Cookie',
            `token=${token}; Authorization=Bearer ${token}; access_token=${token}`
          ])
          for (const name of ['X-Access-Token', 'Proxy-Authorization', 'X-Authorization', 'Token']) {
            await refused(operation, name, [name, `Bearer ${token}`])
          }
          for (const name of ['token', 'access_token', 'authorization', 'Authorization']) {
            const query = `${operation.path.includes('?') ? '&' : '?'}${name}=${token}`
            await refused(operation, `query ${name}`, [], operation.path + query)
          }
        })

        it('accepts the original token of each algorithm, and one assembled like the forgeries', async () => {
          for (const signing of tokenAlgorithms) {
            const { token } = await genuineOf(server, realm, operation, signing)
            const { token: another, key } = await genuineOf(server, realm, operation, signing)
            for (const good of [token, craft({ key, header: headerOf(another), payload: claimsOf(another) })]) {
              const status = await rawStatus(server.origin, operation.method, operation.path, [
                'Authorization',
                `Bearer ${good}`
              ])
              assert.equal(status, 200)
            }
          }
        })

        it('accepts a token after `Bearer Bearer`, as a client sends it that adds the word to one that has it', async () => {
          const { token } = await genuineOf(server, realm, operation, algorithm)
          const headers = ['Authorization', `Bearer bearer ${token}`]
          assert.equal(await rawStatus(server.origin, operation.method, operation.path, headers), 200)
        })
      })
    }
  }
}

async function genuineOf(
  server: TestServer,
  name: RealmName,
  { roleId }: ProtectedOperation,
  algorithm: TokenAlgorithm
): Promise<Genuine> {
  const realm = realmNamed(name)
  const secret = server.context.config.tokenSecret
  const keys = deriveKeys(name, secret, { algorithm })
  const token = signToken(realm, keys, await person(server, name, roleId))
  return { realm: name, algorithm, idClaim: realm.idClaim, token, key: keys.sign.key, secret }
}
