import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'
import type { Timestamp } from '../database/types.js'
import type { AuditDetail } from './record.js'

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

/** The columns of an entry that are shown. */
export const auditColumns = [
  'id',
  'at',
  'realm',
  'action',
  'result',
  'actor_id',
  'actor_name',
  'target_id',
  'target_name',
  'detail',
  'address',
  'request_id'
] as const satisfies (keyof AuditEvent)[]

export interface AuditFilter {
  realm: string
  /** A name in any of the spellings that log in. */
  actor?: string | undefined
  action?: string | undefined
  result?: AuditEvent['result'] | undefined
  from?: Date | undefined
  /** Exclusive. */
  to?: Date | undefined
}

export function entriesOf(db: Knex, { realm, actor, action, result, from, to }: AuditFilter): Knex.QueryBuilder {
  const equal = Object.entries({ realm, actor_key: keyOf(actor), action, result })
  const entries = db('audit.events').where(Object.fromEntries(equal.filter(([, value]) => value !== undefined)))
  if (from !== undefined) void entries.where('at', '>=', from)
  if (to !== undefined) void entries.where('at', '<', to)
  return entries
}
