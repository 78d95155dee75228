import type { Knex } from 'knex'
import type { Timestamp } from '../database/types.js'
import type { AuditDetail } from './record.js'

/** A row of the audit trail. */
export interface AuditEvent {
  id: number
  at: Timestamp
  realm: string
  action: string
  result: 'done' | 'failed'
  actor_id: string | null
  actor_name: string | null
  target_id: string | null
  target_name: string | null
  detail: AuditDetail | null
  address: string | null
  request_id: string | null
}

export interface AuditFilter {
  realm: string
  /** Login name of who acted. */
  actor?: string
  action?: string
}

/** One page of a realm's trail, newest first, and how many entries match in all. */
export async function pageOfAudit(
  db: Knex,
  filter: AuditFilter,
  { page, size }: { page: number; size: number }
): Promise<{ total: number; events: AuditEvent[] }> {
  const { realm, actor, action } = filter
  const matching = db('audit.events').where({
    realm,
    ...(actor !== undefined && { actor_name: actor }),
    ...(action !== undefined && { action })
  })
  const [counted, events] = await Promise.all([
    matching.clone().count({ total: '*' }).first(),
    matching
      .clone()
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
  ])
  return { total: Number(counted?.total), events: events as AuditEvent[] }
}
