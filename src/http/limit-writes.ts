import type { WriteLimit } from '../accounts/limits/write-limit.js'
import type { Operation } from './contract.js'
import type { ApiMiddleware } from './state.js'

export interface WriteLimits {
  /** For callers whose account was loaded. */
  caller: WriteLimit
  /** Counts tokens that may have ended (`x-expired-token`) apart, so that they use up no writes of the account. */
  endedToken: WriteLimit
  /** Counts each token by itself (`x-write-limit: token`), so that a stolen one cannot keep its owner from ending it. */
  token: WriteLimit
}

/** The middleware that counts what an account changes: every operation with `security` whose method is not GET. */
export function limitWritesMiddleware(
  operation: Operation,
  limits: WriteLimits | undefined
): ApiMiddleware | undefined {
  if (limits === undefined || operation.method === 'get' || !operation.security?.length) return undefined
  const limit = limitOf(operation, limits)
  return ({ state: { token } }) => {
    if (token === undefined) throw new Error('writes are counted after the token is read')
    return limit(token)
  }
}

function limitOf(operation: Operation & Marks, { caller, endedToken, token }: WriteLimits): WriteLimit {
  if (operation['x-write-limit'] === 'token') return token
  return operation['x-expired-token'] === 'accepted' ? endedToken : caller
}

interface Marks {
  'x-write-limit'?: string
  'x-expired-token'?: string
}
