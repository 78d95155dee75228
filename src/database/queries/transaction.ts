import type { Knex } from 'knex'
import { isRetryable } from '../failures.js'

const ATTEMPTS = 5

/** Runs `work` in a transaction, again from its start when PostgreSQL reports a deadlock or a serialization failure. */
export async function inTransaction<Result>(
  db: Knex,
  work: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error
    }
  }
}
