import type { Realm } from '../realms/realm.js'
import type { TokenKeys } from './keys.js'
import { verifyToken, type Token, type Verification, type VerifyOptions } from './token.js'

export type TokenVerifier = (text: string, options?: VerifyOptions) => Verification

/** Tokens whose signature is remembered; the ones that came first go first. */
const MOST_REMEMBERED = 10_000

/** As `verifyToken`; remembers good signatures, and checks expiry each time. */
export function createTokenVerifier(realm: Realm, keys: TokenKeys): TokenVerifier {
  const remembered = new Map<string, { token: Token }>()
  return (text, options) => {
    const known = remembered.get(text)
    if (known !== undefined && known.token.expiresAt > Math.floor(Date.now() / 1000)) return known
    const verification = verifyToken(realm, keys, text, options)
    if ('token' in verification) {
      remembered.set(text, verification)
      const [oldest] = remembered.keys()
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
    }
    return verification
  }
}
