import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calculateJwkThumbprint, importJWK, jwtVerify } from 'jose'
import { realmNames } from '../../src/config/realm-names.js'
import { tmsRealm, type TmsAccount } from '../../src/realms/tms.js'
import { keySet } from '../../src/tokens/key-set.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { isOnlyForm } from '../../src/tokens/p256.js'
import { signToken } from '../../src/tokens/token.js'

const SECRET = 'a secret of thirty-two bytes at least'
const OTHER = 'another secret of thirty-two bytes at least'

/** As Python's cryptography 50 derives them: HKDF-SHA256, 48 bytes, modulo the order of P-256 less 1, plus 1. */
const THUMBPRINTS = {
  tms: 'xM7h0oI4kvrzh7KiteWuDC1_DfYIGPnVW_ioG96wjvI',
  julong: 'cDbxtHuaVhN40x_n75v5OLRP-cQG-6z2oEtdPTl3rEE',
  'waste-sorting': 'TTZgODrLdAvGSfF8BWRMhynvTKS8DnrD5z3lyrvTlNM',
  'user-login': 'nyQaHA30Rk1MSadXZoxpxN1svD1sPTR7qZxl-RwKels',
  'back-office': 'B8lBswXEis6mgbgO-GG1lsuHgC6gje2UHtm5-ULsy0Y'
}

describe('the keys of ES256', () => {
  it('follow from the secret, for each realm another one, and always the same', () => {
    const kids = realmNames.map((realm) => [realm, deriveKeys(realm, SECRET, { algorithm: 'ES256' }).sign.kid])
    assert.deepEqual(Object.fromEntries(kids), THUMBPRINTS)
  })

  it('are published while they sign: those of the current secret, then of the previous one, the public half alone', async () => {
    const { keys } = keySet(deriveKeys('tms', SECRET, { algorithm: 'ES256', previousSecret: OTHER }))
    const kids = [SECRET, OTHER].map((secret) => deriveKeys('tms', secret, { algorithm: 'ES256' }).sign.kid)
    assert.deepEqual(
      keys.map(({ kid }) => kid),
      kids
    )
    for (const key of keys) {
      assert.deepEqual(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
      assert.equal(await calculateJwkThumbprint(key), key.kid)
    }
  })

  it('are not published while a secret signs', () => {
    assert.deepEqual(keySet(deriveKeys('tms', SECRET, { previousSecret: OTHER })), { keys: [] })
  })

  it('are published once where both secrets are the same', () => {
    assert.equal(keySet(deriveKeys('tms', SECRET, { algorithm: 'ES256', previousSecret: SECRET })).keys.length, 1)
  })
})

describe('a token of ES256', () => {
  it('is verified by another library, and has the smaller s always', async () => {
    const keys = deriveKeys('tms', SECRET, { algorithm: 'ES256' })
    const publicKey = await importJWK(keySet(keys).keys[0]!)
    const account = { id: 7, name: 'someone', generation: 3 } as TmsAccount
    // Of two values of s each is the smaller one in half of all signatures.
    for (let count = 0; count < 40; count += 1) {
      const token = signToken(tmsRealm, keys, account)
      assert.ok(isOnlyForm(token))
      const { payload, protectedHeader } = await jwtVerify(token, publicKey, { audience: 'tms', algorithms: ['ES256'] })
      assert.equal(payload.uid, 7)
      assert.deepEqual(protectedHeader, { alg: 'ES256', typ: 'JWT', kid: THUMBPRINTS.tms })
    }
  })

  it('has the same claims as one of HS256', () => {
    const account = { id: 7, name: 'someone', generation: 3 } as TmsAccount
    const [symmetric, elliptic] = (['HS256', 'ES256'] as const).map((algorithm) => {
      const text = signToken(tmsRealm, deriveKeys('tms', SECRET, { algorithm }), account, 1_000)
      const claims = JSON.parse(Buffer.from(text.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>
      return { ...claims, jti: '', iat: 0, exp: 0 }
    })
    assert.deepEqual(Object.entries(symmetric!), Object.entries(elliptic!))
  })
})
