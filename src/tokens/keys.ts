import { createPublicKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { RealmName } from '../config/realm-names.js'
import type { TokenAlgorithm } from '../config/token-algorithms.js'
import { privateKeyFrom, publicJwk, thumbprint } from './p256.js'

export interface TokenKey {
  algorithm: TokenAlgorithm
  /** In the header of a token of ES256: which of the public keys verifies it. A token of HS256 has none. */
  kid?: string
  key: KeyObject
}

export interface TokenKeys {
  sign: TokenKey
  /** Of both algorithms, so that a change of it logs nobody out; those of the current secret before those of the previous one. */
  verify: TokenKey[]
}

export interface KeyOptions {
  /** Of the tokens that are signed; HS256 by default. */
  algorithm?: TokenAlgorithm
  previousSecret?: string | undefined
  /** Keys of P-256 in place of the derived ones: the private one that signs, then what only verifies. */
  files?: [KeyObject, ...KeyObject[]] | undefined
}

const SECRET_BYTES = 32
const SCALAR_BYTES = 48

/**
 * The keys of one realm, derived (HKDF-SHA256) from the secret, so that a token of one realm fails in the others and every
 * process has the same ones.
 */
export function deriveKeys(realm: RealmName, secret: string, options: KeyOptions = {}): TokenKeys {
  const { algorithm = 'HS256', previousSecret = secret, files } = options
  const older = previousSecret === secret ? [] : [previousSecret]
  const symmetric = symmetricKey(realm, secret)
  const [pair, ...olderPairs] = files ?? [pairOf(realm, secret), ...older.map((one) => pairOf(realm, one))]
  const elliptic = publicKey(pair)
  return {
    sign: algorithm === 'HS256' ? symmetric : { ...elliptic, key: pair },
    verify: [symmetric, ...older.map((one) => symmetricKey(realm, one)), elliptic, ...olderPairs.map(publicKey)]
  }
}

function symmetricKey(realm: RealmName, secret: string): TokenKey {
  return { algorithm: 'HS256', key: createSecretKey(derive(secret, `quintet token ${realm}`, SECRET_BYTES)) }
}

function pairOf(realm: RealmName, secret: string): KeyObject {
  return privateKeyFrom(derive(secret, `quintet token ES256 ${realm}`, SCALAR_BYTES))
}

function publicKey(key: KeyObject): TokenKey {
  const kid = thumbprint(publicJwk(key))
  return { algorithm: 'ES256', kid, key: key.type === 'private' ? createPublicKey(key) : key }
}

function derive(secret: string, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, bytes))
}
