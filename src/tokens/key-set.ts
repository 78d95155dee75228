import type { TokenKeys } from './keys.js'
import { publicJwk, type PublicJwk } from './p256.js'

/** RFC 7517. */
export interface KeySet {
  keys: (PublicJwk & { kid: string; use: 'sig'; alg: 'ES256' })[]
}

/** What others verify the realm's tokens with: the public keys while they sign, and none while a secret does. */
export function keySet({ sign, verify }: TokenKeys): KeySet {
  if (sign.algorithm !== 'ES256') return { keys: [] }
  return {
    keys: verify.flatMap(({ kid, key }) =>
      kid === undefined ? [] : [{ ...publicJwk(key), kid, use: 'sig', alg: 'ES256' }]
    )
  }
}
