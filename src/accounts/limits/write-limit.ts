import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyAttempts } from '../../domain-error.js'
import type { Token } from '../../tokens/token.js'

/** Counts one request of an account that changes something. Throws `too-many-attempts`. */
export type WriteLimit = (token: Token) => Promise<void>

const SECONDS = 60

/** Allows `limit` writes a minute in each process to all tokens of one key: by default those of one account. */
export function createWriteLimit(limit: number, keyOf = ({ accountId }: Token) => String(accountId)): WriteLimit {
  const limiter = new RateLimiterMemory({ points: limit, duration: SECONDS })
  return async (token) => {
    try {
      await limiter.consume(keyOf(token))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      throw tooManyAttempts(error.msBeforeNext)
    }
  }
}
