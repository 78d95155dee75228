import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { isBlocked, isMadeByAnother } from '../failures.js'
import { schemaOf } from '../schema/schema.js'
import { prepareSharedSchema } from './shared-schema.js'
import { refuseUnreleased } from './unreleased.js'

/** Requests that come after a statement that waits for a table wait behind it, and theirs may take 1.2 s. */
const LOCK_TIMEOUT_MS = 300
const PAUSE_MS = 700
const ATTEMPTS = 60

/**
 * Does work in one transaction that holds the lock of migrations. It waits for other migrations as long as they take, but for a
 * table only so long that requests are not delayed much; then it begins again after a pause. Gives up after a minute. `onWait`
 * is called before the first pause.
 */
export async function whileLocked<Result>(
  db: Knex,
  work: (transaction: Knex.Transaction) => Promise<Result>,
  onWait?: () => void
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (transaction) => {
        await prepare(transaction)
        return work(transaction)
      })
    } catch (error) {
      if (!isBlocked(error) && !isMadeByAnother(error)) throw error
      if (attempt === ATTEMPTS)
        throw new Error('other transactions lock a table that a migration changes', { cause: error })
    }
    if (attempt === 1) onWait?.()
    await delay(PAUSE_MS)
  }
}

async function prepare(transaction: Knex.Transaction): Promise<void> {
  // A pooler may have set others for all of its connections.
  await transaction.raw('set local statement_timeout = 0; set local lock_timeout = 0')
  await schemaOf(transaction).lockMigrations(transaction)
  await transaction.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
  await refuseUnreleased(transaction)
  await prepareSharedSchema(transaction)
}
