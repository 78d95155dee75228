import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import type { TokenKey, TokenKeys } from './keys.js'
import { isOnlyForm, withSmallerS } from './p256.js'

export interface Token {
  jti: string
  accountId: AccountId
  /** The account's generation at login. */
  generation: number
  /** Seconds since 1970. */
  loggedInAt: number
  expiresAt: number
}

export interface VerifyOptions {
  ignoreExpiration?: boolean
}

export type Verification = { token: Token } | { problem: 'expired' | 'invalid' }

const MAX_LENGTH = 4_096
const CLOCK_SKEW_SECONDS = 60
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const OBJECT_ID = /^[0-9a-f]{24}$/

export interface IssuedToken {
  text: string
  token: Token
}

/** A JWT for this account. `loggedInAt` (seconds since 1970) is that of the first login when one is exchanged. */
export function issueToken<Row extends AccountRow>(
  realm: Realm<Row>,
  keys: TokenKeys,
  account: Row,
  loggedInAt = nowInSeconds()
): IssuedToken {
  const [jti, iat] = [randomUUID(), nowInSeconds()]
  const exp = iat + realm.tokenLifeSeconds
  const { id: accountId, generation } = account
  const claims = {
    ...realm.claims(account),
    [realm.idClaim]: accountId,
    gen: generation,
    auth_time: loggedInAt,
    iat,
    exp
  }
  const { algorithm, kid, key } = keys.sign
  const name = kid === undefined ? {} : { keyid: kid }
  const signed = jwt.sign(claims, key, { algorithm, ...name, audience: realm.name, jwtid: jti })
  const text = algorithm === 'ES256' ? withSmallerS(signed) : signed
  return { text, token: { jti, accountId, generation, loggedInAt, expiresAt: exp } }
}

/** The text of a token as `issueToken` makes it. */
export function signToken<Row extends AccountRow>(...of: Parameters<typeof issueToken<Row>>): string {
  return issueToken(...of).text
}

/** Checks form, signature, audience, times and claims; not whether the token was revoked. */
export function verifyToken(realm: Realm, keys: TokenKeys, text: string, options: VerifyOptions = {}): Verification {
  if (text.length > MAX_LENGTH) return { problem: 'invalid' }
  for (const key of keysFor(text, keys)) {
    try {
      return verifyWith(key, realm, text, options)
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) return { problem: 'expired' }
    }
  }
  return { problem: 'invalid' }
}

/** Those of the algorithm and the name that the header has, of which no other part counts. */
function keysFor(text: string, { verify }: TokenKeys): TokenKey[] {
  try {
    const header: unknown = JSON.parse(Buffer.from(text.slice(0, text.indexOf('.')), 'base64url').toString())
    const { alg, kid } = header as Record<string, unknown>
    return verify.filter((key) => key.algorithm === alg && key.kid === kid)
  } catch {
    return []
  }
}

/** Throws where the key is another, and `TokenExpiredError`. */
function verifyWith({ algorithm, key }: TokenKey, realm: Realm, text: string, options: VerifyOptions): Verification {
  if (algorithm === 'ES256' && !isOnlyForm(text)) return { problem: 'invalid' }
  const { header, payload } = jwt.verify(text, key, {
    algorithms: [algorithm],
    audience: realm.name,
    complete: true,
    ...options
  })
  const token = 'crit' in header ? undefined : readClaims(realm, payload)
  return token === undefined ? { problem: 'invalid' } : { token }
}

function readClaims(realm: Realm, payload: jwt.JwtPayload | string): Token | undefined {
  if (typeof payload === 'string') return undefined
  const { jti, iat, exp, gen, auth_time: loggedInAt, [realm.idClaim]: accountId } = payload as Record<string, unknown>
  if (typeof jti !== 'string' || !UUID.test(jti)) return undefined
  if (typeof iat !== 'number' || iat > Date.now() / 1000 + CLOCK_SKEW_SECONDS) return undefined
  if (typeof exp !== 'number' || !isSafeInteger(loggedInAt) || !isSafeInteger(gen)) return undefined
  if (!isAccountId(realm, accountId)) return undefined
  return { jti, accountId, generation: gen, loggedInAt, expiresAt: exp }
}

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

const isSafeInteger = (value: unknown): value is number => Number.isSafeInteger(value)

function isAccountId(realm: Realm, value: unknown): value is AccountId {
  if (realm.idType === 'text') return typeof value === 'string' && OBJECT_ID.test(value)
  return isSafeInteger(value) && value > 0
}
