import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyAttempts } from '../../domain-error.js'
import type { Token } from '../../tokens/token.js'

/** Counts one request of an account that changes something. Throws `too-many-attempts`. */
export type WriteLimit = (token: Token) => Promise<void>

const SECONDS = 60

/** Allows each account `limit` writes a minute, in each process. */
export function createWriteLimit(limit: number): WriteLimit {
  const limiter = new RateLimiterMemory({ points: limit, duration: SECONDS })
  return async ({ accountId }) => {
    try {
      await limiter.consume(String(accountId))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      throw tooManyAttempts(error.msBeforeNext)
    }
  }
}
