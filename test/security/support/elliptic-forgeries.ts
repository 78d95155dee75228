import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { deriveKeys } from '../../../src/tokens/keys.js'
import { keySet } from '../../../src/tokens/key-set.js'
import { claimsOf, craft, encode, HEADER, type Claims } from './craft.js'
import type { Forgeries, Genuine } from './forgeries.js'

/** The order of the group of P-256. */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

const OWN = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
const P384 = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey
const SECP256K1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey

interface Parts {
  payload: Claims
  header: Claims & { kid: string }
  /** The server's own. */
  privateKey: KeyObject
  publicKey: KeyObject
}

/** Forgeries of tokens of ES256, whose public keys everybody may have. */
export function ellipticForgeriesOf(genuine: Genuine): Forgeries {
  const { key: privateKey, kid } = deriveKeys(genuine.realm, genuine.secret, { algorithm: 'ES256' }).sign
  const header = { alg: 'ES256', typ: 'JWT', kid: kid! }
  const parts = { payload: claimsOf(genuine.token), header, privateKey, publicKey: createPublicKey(privateKey) }
  return { ...confusions(genuine, parts), ...otherKeys(parts), ...signatures(parts) }
}

/** One algorithm's header with the other's signature. */
function confusions({ realm, secret }: Genuine, { payload, header, privateKey, publicKey }: Parts): Forgeries {
  const keys = deriveKeys(realm, secret, { algorithm: 'ES256' })
  const { key: hmacKey } = deriveKeys(realm, secret).sign
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const jwk = publicKey.export({ format: 'jwk' })
  const [published] = keySet(keys).keys
  const materials = {
    PEM: pem,
    'PEM without its last line break': pem.trim(),
    DER: der,
    'DER in base64': der.toString('base64'),
    point: der.subarray(-65),
    JWK: JSON.stringify(jwk),
    'published JWK': JSON.stringify(published),
    'key set': JSON.stringify(keySet(keys)),
    x: Buffer.from(jwk.x!, 'base64url'),
    'x as text': jwk.x!,
    kid: header.kid
  }
  const forgeries = Object.entries(materials).flatMap(([name, key]) => [
    [`HS256 with the public key as secret: ${name}`, craft({ key, payload })],
    [
      `HS256 with the public key as secret and its kid: ${name}`,
      craft({ key, payload, header: { ...HEADER, kid: header.kid } })
    ],
    [`ES256 with an HMAC of the public key: ${name}`, craft({ key, payload, header })]
  ])
  return {
    ...(Object.fromEntries(forgeries) as Forgeries),
    'ES256 with an HMAC': craft({ key: hmacKey, payload, header }),
    'ES256 without kid, with an HMAC': craft({ key: hmacKey, payload, header: { alg: 'ES256', typ: 'JWT' } }),
    'HS256 with the kid of ES256': craft({ key: hmacKey, payload, header: { ...HEADER, kid: header.kid } }),
    'ES256 signature called HS256': craft({ key: privateKey, payload }),
    ...Object.fromEntries(
      ['HS256', 'none', 'ES384', 'ES512', 'ES256K', 'RS256', 'PS256', 'EdDSA', 'es256', ''].map((alg) => [
        `ES256 signature with its kid, called ${alg}`,
        craft({ key: privateKey, payload, header: { ...header, alg } })
      ])
    )
  }
}

function otherKeys({ payload, header, privateKey }: Parts): Forgeries {
  const jwk = createPublicKey(OWN).export({ format: 'jwk' }) as Claims
  const byForger = (more: Claims): string => craft({ key: OWN, payload, header: { ...header, ...more } })
  return {
    "a forger's key": byForger({}),
    "a forger's key, without kid": byForger({ kid: undefined }),
    "a forger's jwk": byForger({ jwk }),
    "a forger's jwk, without kid": byForger({ jwk, kid: undefined }),
    "a forger's jku": byForger({ jku: 'http://127.0.0.1/jwks.json' }),
    "a forger's x5u": byForger({ x5u: 'http://127.0.0.1/key.pem' }),
    'a kid with SQL': byForger({ kid: `' or kid = '${header.kid}` }),
    'a kid with a path': byForger({ kid: `../${header.kid}` }),
    'the right key without kid': craft({ key: privateKey, payload, header: { ...header, kid: undefined } }),
    'the right key, its kid with a blank': craft({
      key: privateKey,
      payload,
      header: { ...header, kid: `${header.kid} ` }
    }),
    'the right key, its kid twice': craft({
      key: privateKey,
      payload,
      header: { ...header, kid: [header.kid, header.kid] }
    }),
    'the right key, its kid in lower case': craft({
      key: privateKey,
      payload,
      header: { ...header, kid: header.kid.toLowerCase() }
    }),
    'a key of P-384': craft({ key: P384, payload, header }),
    'a key of P-384 called ES384': craft({ key: P384, payload, header: { ...header, alg: 'ES384' } }),
    'a key of secp256k1': craft({ key: SECP256K1, payload, header })
  }
}

/** Invalid signatures, and other encodings of a valid one. */
function signatures({ payload, header, privateKey }: Parts): Forgeries {
  const good = craft({ key: privateKey, payload, header })
  const [head, body, text = ''] = good.split('.')
  const signature = Buffer.from(text, 'base64url')
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)]
  const [zero, one, order] = [0n, 1n, ORDER].map(scalar) as [Buffer, Buffer, Buffer]
  const der = sign('sha256', Buffer.from(`${head}.${body}`), privateKey)
  const values: Record<string, Buffer> = {
    'r and s 0': Buffer.concat([zero, zero]),
    'r 0': Buffer.concat([zero, s]),
    's 0': Buffer.concat([r, zero]),
    'r and s 1': Buffer.concat([one, one]),
    'r the order': Buffer.concat([order, s]),
    's the order': Buffer.concat([r, order]),
    'r and s exchanged': Buffer.concat([s, r]),
    'the other s': Buffer.concat([r, scalar(ORDER - BigInt(`0x${s.toString('hex')}`))]),
    'all bits set': Buffer.alloc(64, 255),
    DER: der,
    'a zero before': Buffer.concat([Buffer.alloc(1), signature]),
    'a zero behind': Buffer.concat([signature, Buffer.alloc(1)]),
    'a zero before r and s': Buffer.concat([Buffer.alloc(1), r, Buffer.alloc(1), s]),
    'r alone': r
  }
  const forgeries = Object.entries(values).map(([name, value]) => [
    `signature of ${name}`,
    `${head}.${body}.${value.toString('base64url')}`
  ])
  return {
    ...(Object.fromEntries(forgeries) as Forgeries),
    'signature in hexadecimal': `${head}.${body}.${signature.toString('hex')}`,
    'signature in base64': `${head}.${body}.${signature.toString('base64')}`,
    'signature of another payload': `${head}.${encode({ ...payload, gen: 0, padding: 1 })}.${text}`
  }
}

function scalar(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}
