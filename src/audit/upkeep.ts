import type { Knex } from 'knex'
import { counts } from './counts.js'
import { marks } from './marks.js'
import { addMonths, dropExpired, expiredParts } from './months.js'
import { summarize } from './windows.js'

export interface AuditChanges {
  dropped: string[]
  /** Partitions that expired and are kept until they are archived. */
  waiting: string[]
}

/** Adds partitions, marks and counts until `signal` aborts, drops archived ones older than `keepDays` (undefined: none). */
export async function keepAudit(db: Knex, keepDays: number | undefined, signal?: AbortSignal): Promise<AuditChanges> {
  await addMonths(db)
  for (const summary of [marks, counts]) await summarize(db, summary, signal)
  if (keepDays === undefined) return { dropped: [], waiting: [] }
  const dropped = await dropExpired(db, keepDays)
  const waiting = await expiredParts(db, keepDays, { archived: false })
  return { dropped, waiting: waiting.map(({ name }) => name) }
}
