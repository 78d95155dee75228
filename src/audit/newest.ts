import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'
import { auditColumns, entriesOf, type AuditEvent, type AuditFilter } from './entries.js'

export interface TrailFilter extends AuditFilter {
  /** The name of what it was done to, in any of the spellings that log in. */
  target?: string | undefined
}

export async function newestEntries(
  db: Knex,
  { target, ...filter }: TrailFilter,
  limit: number
): Promise<{ events: AuditEvent[]; more: boolean }> {
  const matching = entriesOf(db, filter)
  if (target !== undefined) void matching.where({ target_key: keyOf(target) })
  const events = (await matching
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select(auditColumns)) as AuditEvent[]
  return { events: events.slice(0, limit), more: events.length > limit }
}
