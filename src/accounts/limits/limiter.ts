import type { Knex } from 'knex'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyAttempts, type FullCounter } from '../../domain-error.js'
import { createCounters, type Counters } from './counters.js'

/** Counts by key, up to a limit within a window of time. */
export interface Limiter {
  /** Throws `too-many-attempts` when this key was refused before and still is. Counts nothing. */
  refuseKnown(key: string): Promise<void>
  /** Throws `too-many-attempts`. */
  count(key: string): Promise<void>
  giveBack(key: string): Promise<void>
  reset(key: string): Promise<void>
}

/** Counts in PostgreSQL, for all processes, or in memory without `shared`; with 0 points nothing is counted. */
export function createLimiter(of: FullCounter['of'], points: number, seconds: number, shared?: Knex): Limiter {
  return points === 0 ? NO_LIMIT : new CountingLimiter(of, points, createCounters(of, points, seconds, shared))
}

const nothing = async (): Promise<void> => {}
const NO_LIMIT: Limiter = { refuseKnown: nothing, count: nothing, giveBack: nothing, reset: nothing }

interface RefusedKey {
  /** Milliseconds since 1970: the end of the window, and when the counter is read again. */
  until: number
  readAgain: number
}

/** How long a key stays refused, at most, that another process or an operator let in again. */
const READ_AGAIN_MS = 2_000
const MOST_REFUSED_KEYS = 10_000

class CountingLimiter implements Limiter {
  readonly #refused = new Map<string, RefusedKey>()

  constructor(
    readonly of: FullCounter['of'],
    readonly points: number,
    readonly counters: Counters
  ) {}

  async refuseKnown(key: string): Promise<void> {
    const known = this.#refused.get(key)
    if (known === undefined) return
    const now = Date.now()
    if (now >= known.readAgain) {
      // One reads for all who come meanwhile.
      known.readAgain = now + READ_AGAIN_MS
      const counter = await this.counters.get(key)
      if (counter === null || counter.consumedPoints < this.points) this.#refused.delete(key)
    }
    if (this.#refused.has(key)) throw tooManyAttempts(known.until - now, { of: this.of, key })
  }

  async count(key: string): Promise<void> {
    try {
      await this.counters.consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      this.#remember(key, error.msBeforeNext)
      throw tooManyAttempts(error.msBeforeNext, { of: this.of, key })
    }
  }

  async giveBack(key: string): Promise<void> {
    await this.counters.reward(key)
    this.#refused.delete(key)
  }

  async reset(key: string): Promise<void> {
    await this.counters.delete(key)
    this.#refused.delete(key)
  }

  #remember(key: string, msBeforeNext: number): void {
    const now = Date.now()
    this.#refused.set(key, { until: now + msBeforeNext, readAgain: now + READ_AGAIN_MS })
    const [oldest] = this.#refused.keys()
    if (this.#refused.size > MOST_REFUSED_KEYS && oldest !== undefined) this.#refused.delete(oldest)
  }
}
