import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { RealmName } from '../config/realm-names.js'

export interface TokenKeys {
  sign: KeyObject
  /** The signing key first, then that of the previous secret. */
  verify: KeyObject[]
}

/** The keys of one realm, derived (HKDF-SHA256) from the secret, so that a token of one realm fails in the others. */
export function deriveKeys(realm: RealmName, secret: string, previous?: string): TokenKeys {
  const sign = deriveKey(realm, secret)
  return { sign, verify: previous === undefined ? [sign] : [sign, deriveKey(realm, previous)] }
}

function deriveKey(realm: RealmName, secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `quintet token ${realm}`, 32)))
}
