import { createSecretKey, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { deriveKeys } from '../../../src/tokens/keys.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import type { TokenAlgorithm } from '../../../src/config/token-algorithms.js'
import { claimsOf, craft, encode, HEADER, headerOf, type Claims } from './craft.js'
import { ellipticForgeriesOf } from './elliptic-forgeries.js'

/** What a forger starts from: a token of their own, or, for what nobody but the server could make, its secret. */
export interface Genuine {
  realm: RealmName
  algorithm: TokenAlgorithm
  idClaim: string
  token: string
  /** Signs such tokens. */
  key: KeyObject
  secret: string
}

export type Forgeries = Record<string, string>

const OTHER_SECRET = randomBytes(32)
const OTHER_KEYS: Record<TokenAlgorithm, KeyObject> = {
  HS256: createSecretKey(OTHER_SECRET),
  ES256: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
}
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PUBLIC_PEM = RSA.publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** Tokens that the server did not make in this form, each under what is wrong with it. */
export function forgeriesOf(genuine: Genuine): Forgeries {
  return {
    ...algorithms(genuine),
    ...keys(genuine),
    ...headers(genuine),
    ...forms(genuine),
    ...payloads(genuine),
    ...ellipticForgeriesOf(genuine)
  }
}

/** With the HMAC, whatever signed the token. */
function algorithms(genuine: Genuine): Forgeries {
  const { secret } = genuine
  const { key } = deriveKeys(genuine.realm, secret).sign
  const payload = claimsOf(genuine.token)
  const unsigned = (alg: string | undefined): string => `${encode({ ...HEADER, alg })}.${encode(payload)}.`
  const forgeries: Forgeries = {
    'alg none, unsigned': unsigned('none'),
    'alg None, unsigned': unsigned('None'),
    'alg NONE, unsigned': unsigned('NONE'),
    'alg empty, unsigned': unsigned(''),
    'no alg, unsigned': unsigned(undefined),
    'alg HS256, unsigned': unsigned('HS256'),
    'alg none, signed': craft({ key, payload, header: { ...HEADER, alg: 'none' } }),
    'no alg, signed': craft({ key, payload, header: { typ: 'JWT' } }),
    'alg as an array': craft({ key, payload, header: { ...HEADER, alg: ['HS256'] } }),
    'alg in lower case': craft({ key, payload, header: { ...HEADER, alg: 'hs256' } }),
    HS384: craft({ key, payload, header: { ...HEADER, alg: 'HS384' }, hash: 'sha384' }),
    HS512: craft({ key, payload, header: { ...HEADER, alg: 'HS512' }, hash: 'sha512' }),
    'HS512 called HS256': craft({ key, payload, hash: 'sha512' }),
    'HS256 with a public key as secret': craft({ key: PUBLIC_PEM, payload }),
    'HS256 called RS256': craft({ key, payload, header: { ...HEADER, alg: 'RS256' } }),
    'HS256 called RS256, with the secret': craft({ key: secret, payload, header: { ...HEADER, alg: 'RS256' } })
  }
  for (const alg of ['RS256', 'HS256', 'ES256']) forgeries[`RSA signature called ${alg}`] = rsaSigned(payload, { alg })
  return forgeries
}

function rsaSigned(payload: Claims, header: Claims): string {
  const signed = `${encode({ typ: 'JWT', ...header })}.${encode(payload)}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(RSA.privateKey, 'base64url')}`
}

function keys(genuine: Genuine): Forgeries {
  const { algorithm, key } = genuine
  const payload = claimsOf(genuine.token)
  const header = headerOf(genuine.token)
  const other: RealmName = genuine.realm === 'tms' ? 'julong' : 'tms'
  const { key: otherKey, kid } = deriveKeys(other, genuine.secret, { algorithm }).sign
  const elsewhere = { key: otherKey, header: { ...header, kid } }
  return {
    'another key': craft({ key: OTHER_KEYS[algorithm], payload, header }),
    'an empty key': craft({ key: '', payload, header }),
    'the secret that keys are derived from': craft({ key: genuine.secret, payload, header }),
    "another realm's key": craft({ ...elsewhere, payload }),
    "another realm's key, called this one's": craft({ key: otherKey, payload, header }),
    "another realm's key and audience": craft({ ...elsewhere, payload: { ...payload, aud: other } }),
    "another realm's audience": craft({ key, header, payload: { ...payload, aud: other } }),
    'no audience': craft({ key, header, payload: { ...payload, aud: undefined } })
  }
}

function headers(genuine: Genuine): Forgeries {
  const payload = claimsOf(genuine.token)
  const own = headerOf(genuine.token)
  const jwk = RSA.publicKey.export({ format: 'jwk' }) as Claims
  const octets = { kty: 'oct', k: OTHER_SECRET.toString('base64url'), alg: 'HS256' }
  const withOwnKey = (header: Claims): string =>
    craft({ key: OTHER_KEYS[genuine.algorithm], payload, header: { ...own, ...header } })
  const withRightKey = (header: Claims): string => craft({ key: genuine.key, payload, header: { ...own, ...header } })
  const kids = { empty: '', null: null, number: 1, array: [own.kid ?? ''], object: {}, prototype: '__proto__' }
  const wrongKids = Object.entries(kids).map(([name, kid]) => [`kid ${name}`, withRightKey({ kid })])
  return {
    ...Object.fromEntries(wrongKids),
    'kid of a file': withRightKey({ kid: '../../../../dev/null' }),
    'kid of another key': withRightKey({ kid: '9nT5h7rhYcYz8G3n4LxYkqNqm1l0sT0yRkTq0sJm0aQ' }),
    'crit of a known name': withRightKey({ crit: ['exp'] }),
    'crit of an unknown name': withRightKey({ crit: ['http://example.com/unknown'], 'http://example.com/unknown': 1 }),
    'crit empty': withRightKey({ crit: [] }),
    'crit b64': withRightKey({ crit: ['b64'], b64: false }),
    'kid of an empty file': craft({ key: '', payload, header: { ...own, kid: '../../../../dev/null' } }),
    'kid with SQL': withOwnKey({ kid: "x' union select 'key" }),
    'kid of a web address': withOwnKey({ kid: 'http://127.0.0.1/key' }),
    jku: withOwnKey({ jku: 'http://127.0.0.1/jwks.json', kid: '1' }),
    x5u: withOwnKey({ x5u: 'http://127.0.0.1/key.pem' }),
    'jwk of the HMAC key': craft({ key: OTHER_SECRET, payload, header: { ...HEADER, jwk: octets } }),
    'jwk of the RSA key': rsaSigned(payload, { alg: 'RS256', jwk }),
    x5c: rsaSigned(payload, { alg: 'RS256', x5c: [PUBLIC_PEM.replace(/-----.*-----|\n/g, '')] })
  }
}

/** A token that was good before somebody changed its text. */
function forms(genuine: Genuine): Forgeries {
  const { token, key, idClaim } = genuine
  const ownHeader = headerOf(token)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const otherId = encode({ ...claimsOf(genuine.token), [idClaim]: 1 })
  return {
    'a letter behind': `${token}x`,
    'a dot behind': `${token}.`,
    'a part behind': `${token}.${signature}`,
    'padding behind': `${token}=`,
    'a comma and itself behind': `${token},${token}`,
    'an escaped zero behind': `${token}%00`,
    'in quotes': `"${token}"`,
    'the spare bits of the signature': `${header}.${payload}.${withSpareBits(signature)}`,
    'a signature cut short': token.slice(0, -1),
    'no signature part': `${header}.${payload}`,
    'a payload of its own': `${header}.${otherId}.${signature}`,
    'a header of its own': `${encode({ ...ownHeader, kid: '1' })}.${payload}.${signature}`,
    'in lower case': token.toLowerCase(),
    'five parts': `${header}.${payload}.${payload}.${payload}.${signature}`,
    'dots alone': '..',
    'longer than any real one': craft({
      key,
      header: ownHeader,
      payload: { ...claimsOf(token), padding: 'x'.repeat(5_000) }
    })
  }
}

/** Another last character that decodes to the same bytes. */
function withSpareBits(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(signature.slice(-1))
  return signature.slice(0, -1) + alphabet[last ^ 1]
}

/** Signed with the right key: what only a fault of the server's own, or a leaked secret, could make. */
function payloads(genuine: Genuine): Forgeries {
  const { key, idClaim, token } = genuine
  const [header, claims] = [headerOf(token), claimsOf(token)]
  const now = Math.floor(Date.now() / 1000)
  const changes: Record<string, Claims> = {
    'no exp': { exp: undefined },
    'no jti': { jti: undefined },
    'no iat': { iat: undefined },
    'no login time': { auth_time: undefined },
    'no generation': { gen: undefined },
    'no account': { [idClaim]: undefined },
    'iat in the future': { iat: now + 3_600 },
    'iat as text': { iat: String(now) },
    'nbf in the future': { nbf: now + 3_600 },
    'exp as text': { exp: JSON.stringify(claims.exp) },
    'exp null': { exp: null },
    'exp as an array': { exp: [now + 3_600] },
    'jti a number': { jti: 1 },
    'jti no UUID': { jti: "x' or '1'='1" },
    'jti an array': { jti: [claims.jti ?? null] },
    'generation of another time': { gen: 1_000 },
    'generation as text': { gen: JSON.stringify(claims.gen) },
    'generation null': { gen: null }
  }
  const wrongIds = { array: [claims[idClaim] ?? null], object: { $gt: '' }, null: null, true: true, fraction: 1.5 }
  const moreIds = { zero: 0, negative: -1, huge: 1e308, 'beyond integer': 2 ** 53, SQL: '1 or 1=1', empty: '' }
  for (const [name, id] of Object.entries({ ...wrongIds, ...moreIds })) changes[`account ${name}`] = { [idClaim]: id }
  changes['account of the other type'] = {
    [idClaim]: typeof claims[idClaim] === 'number' ? String(claims[idClaim]) : 1
  }
  const forgeries = Object.entries(changes).map(([name, change]) => [
    name,
    craft({ key, header, payload: { ...claims, ...change } })
  ])
  for (const payload of ['text', [claims], 1, null, true, {}]) {
    forgeries.push([`payload ${JSON.stringify(payload).slice(0, 4)}`, craft({ key, header, payload })])
  }
  return Object.fromEntries(forgeries)
}
