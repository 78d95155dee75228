import type { Knex } from 'knex'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { preparedQuery } from '../../database/queries/prepared.js'
import { tooManyAttempts, type FullCounter } from '../../domain-error.js'

/** Counts by key, up to a limit within a window of time. */
export interface Limiter {
  /** Throws `too-many-attempts` when this key was refused before and still is. Counts nothing. */
  refuseKnown(key: string): Promise<void>
  /** Throws `too-many-attempts`. */
  count(key: string): Promise<void>
  giveBack(key: string): Promise<void>
  reset(key: string): Promise<void>
}

interface RefusedKey {
  /** Milliseconds since 1970: the end of the window, and when the counter is read again. */
  until: number
  readAgain: number
}

/** How long a key stays refused, at most, that another process or an operator let in again. */
const READ_AGAIN_MS = 2_000
const MOST_REFUSED_KEYS = 10_000

/** Counts in PostgreSQL, for all processes, or in memory without `shared`. */
export function createLimiter(prefix: FullCounter['of'], points: number, seconds: number, shared?: Knex): Limiter {
  const counters = createCounters(prefix, points, seconds, shared)
  const refused = new Map<string, RefusedKey>()

  function refuse(key: string, msBeforeNext: number): never {
    const now = Date.now()
    refused.set(key, { until: now + msBeforeNext, readAgain: now + READ_AGAIN_MS })
    if (refused.size > MOST_REFUSED_KEYS) refused.delete(refused.keys().next().value!)
    throw tooManyAttempts(msBeforeNext, { of: prefix, key })
  }

  async function refuseKnown(key: string): Promise<void> {
    const known = refused.get(key)
    if (known === undefined) return
    const now = Date.now()
    if (now >= known.readAgain) {
      // One reads for all who come meanwhile.
      known.readAgain = now + READ_AGAIN_MS
      const counter = await counters.get(key)
      if (counter === null || counter.consumedPoints < points) refused.delete(key)
    }
    if (refused.has(key)) throw tooManyAttempts(known.until - now, { of: prefix, key })
  }

  return {
    refuseKnown,
    async count(key) {
      try {
        await counters.consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        refuse(key, error.msBeforeNext)
      }
    },
    async giveBack(key) {
      await counters.reward(key)
      refused.delete(key)
    },
    async reset(key) {
      await counters.delete(key)
      refused.delete(key)
    }
  }
}

function createCounters(
  keyPrefix: string,
  points: number,
  duration: number,
  shared?: Knex
): RateLimiterMemory | RateLimiterPostgres {
  const options = { keyPrefix, points, duration }
  if (shared === undefined) return new RateLimiterMemory(options)
  return new RateLimiterPostgres({
    ...options,
    // By our own way to send a statement, which names it where PostgreSQL may keep it.
    storeClient: {
      query: async ({ name, text, values }: { name: string; text: string; values: unknown[] }) => {
        const rows = await preparedQuery(shared, name, text, values)
        return { rows, rowCount: rows.length }
      }
    },
    storeType: 'client',
    schemaName: 'quintet',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false
  })
}
