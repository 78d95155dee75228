import type { Realm } from '../realms/realm.js'
import type { TokenKeys } from './keys.js'
import { verifyToken, type Token, type Verification } from './token.js'

export type TokenVerifier = (text: string, options?: { ignoreExpiration?: boolean }) => Verification

/** Tokens whose signature is remembered; the ones that came first go first. */
const MOST_REMEMBERED = 10_000

/**
 * As `verifyToken`, without working out again the signature of a token that was found good before. What may change, its
 * expiry, is looked at each time; whether it was revoked is not checked here.
 */
export function createTokenVerifier(realm: Realm, keys: TokenKeys): TokenVerifier {
  const remembered = new Map<string, { token: Token }>()
  return (text, options) => {
    const known = remembered.get(text)
    if (known !== undefined && known.token.expiresAt > Math.floor(Date.now() / 1000)) return known
    const verification = verifyToken(realm, keys, text, options)
    if ('token' in verification) {
      remembered.set(text, verification)
      if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
    }
    return verification
  }
}
