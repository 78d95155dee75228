import type { WriteLimit } from '../accounts/limits/write-limit.js'
import type { Operation } from './contract.js'
import type { ApiMiddleware } from './state.js'

export interface WriteLimits {
  /** For callers whose account was loaded. */
  caller: WriteLimit
  /** Counts tokens that may have ended (`x-expired-token`) apart, so that they use up no writes of the account. */
  endedToken: WriteLimit
}

/** The middleware that counts what an account changes: every operation with `security` whose method is not GET. */
export function limitWritesMiddleware(
  operation: Operation,
  limits: WriteLimits | undefined
): ApiMiddleware | undefined {
  if (limits === undefined || operation.method === 'get' || !operation.security?.length) return undefined
  const acceptsEnded = (operation as { 'x-expired-token'?: string })['x-expired-token'] === 'accepted'
  const limit = acceptsEnded ? limits.endedToken : limits.caller
  return ({ state: { token } }) => {
    if (token === undefined) throw new Error('writes are counted after the token is read')
    return limit(token)
  }
}
