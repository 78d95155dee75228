import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'

const LOOKS = 20
const LOOK_AGAIN_AFTER_MS = 100

/** True when all transactions that were writing to the trail at the call have ended; false after 2 s. */
export async function settled(db: Knex): Promise<boolean> {
  const before = await writers(db)
  for (let look = 0; look < LOOKS; look += 1) {
    const now = look === 0 ? before : await writers(db)
    if (before.every((writer) => !now.includes(writer))) return true
    await delay(LOOK_AGAIN_AFTER_MS)
  }
  return false
}

/** Transactions that hold the lock of an insert, which they take before they are given an id. */
async function writers(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { writer: string }[] }>(`
    select virtualtransaction as writer from pg_locks
    where relation = 'audit.events'::regclass and mode = 'RowExclusiveLock'
      and database = (select oid from pg_database where datname = current_database())`)
  return rows.map(({ writer }) => writer)
}
