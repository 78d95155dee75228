import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'
import type { TokenKeys } from './keys.js'

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
const MAX_INTEGER = 2_147_483_647

export interface IssuedToken {
  text: string
  token: Token
}

/** An HS256 JWT for this account. `loggedInAt` (seconds since 1970) is that of the first login when one is exchanged. */
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
  const text = jwt.sign(claims, keys.sign, { algorithm: 'HS256', audience: realm.name, jwtid: jti })
  return { text, token: { jti, accountId, generation, loggedInAt, expiresAt: exp } }
}

/** The text of a token as `issueToken` makes it. */
export function signToken<Row extends AccountRow>(...of: Parameters<typeof issueToken<Row>>): string {
  return issueToken(...of).text
}

/** Checks form, signature, audience, times and claims; not whether the token was revoked. */
export function verifyToken(realm: Realm, keys: TokenKeys, text: string, options: VerifyOptions = {}): Verification {
  if (text.length > MAX_LENGTH) return { problem: 'invalid' }
  for (const key of keys.verify) {
    try {
      return verifyWith(key, realm, text, options)
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) return { problem: 'expired' }
    }
  }
  return { problem: 'invalid' }
}

/** Throws where the key is another, and `TokenExpiredError`. */
function verifyWith(key: jwt.Secret, realm: Realm, text: string, options: VerifyOptions): Verification {
  const { header, payload } = jwt.verify(text, key, {
    algorithms: ['HS256'],
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
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_INTEGER
}
