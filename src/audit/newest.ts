import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'
import { auditColumns, type AuditEvent } from './entries.js'
import type { AuditAction } from './record.js'

export interface TrailFilter {
  realm: string
  /** Names of who acted, and of what it was done to, in any of the spellings that log in. */
  actor?: string | undefined
  target?: string | undefined
  action?: AuditAction | undefined
  result?: AuditEvent['result'] | undefined
  since?: Date | undefined
  until?: Date | undefined
}

export async function newestEntries(
  db: Knex,
  { realm, actor, target, action, result, since, until }: TrailFilter,
  limit: number
): Promise<{ events: AuditEvent[]; more: boolean }> {
  const equal = Object.entries({ realm, actor_key: keyOf(actor), target_key: keyOf(target), action, result })
  const matching = db('audit.events').where(Object.fromEntries(equal.filter(([, value]) => value !== undefined)))
  if (since !== undefined) void matching.where('at', '>=', since)
  if (until !== undefined) void matching.where('at', '<', until)
  const events = (await matching
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select(auditColumns)) as AuditEvent[]
  return { events: events.slice(0, limit), more: events.length > limit }
}
