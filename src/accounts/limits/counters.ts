import type { Knex } from 'knex'
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { preparedQuery } from '../../database/queries/prepared.js'

export type Counters = RateLimiterAbstract

/** Counters of the library, in the table of limits that all processes share, or in memory without `shared`. */
export function createCounters(keyPrefix: string, points: number, duration: number, shared?: Knex): Counters {
  const options = { keyPrefix, points, duration }
  if (shared === undefined) return new RateLimiterMemory(options)
  return new RateLimiterPostgres({
    ...options,
    storeClient: clientOf(shared),
    storeType: 'client',
    schemaName: 'quintet',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false
  })
}

/** By our own way to send a statement, which names it where PostgreSQL may keep it. */
function clientOf(db: Knex): object {
  return {
    async query({ name, text, values }: { name: string; text: string; values: unknown[] }) {
      const rows = await preparedQuery(db, name, text, values)
      return { rows, rowCount: rows.length }
    }
  }
}
