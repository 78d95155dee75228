import type { Knex } from 'knex'
import type { Timestamp } from '../database/types.js'
import type { Key } from './webhooks.js'

/** Days that a delivery which was given up can be tried again. */
const KEPT_DAYS = 30

/** One that is not made. */
export interface Delivery {
  event_id: number
  at: Timestamp
  action: string | null
  attempts: number
  /** Null when it was given up. */
  next_attempt: Timestamp | null
  failed_at: Timestamp | null
  last_error: string | null
}

/** Oldest first; undefined where there is no such webhook. */
export async function listDeliveries(db: Knex, { realm, id }: Key, limit: number): Promise<Delivery[] | undefined> {
  const found: unknown = await db('quintet.webhooks').where({ realm, id }).first('id')
  if (found === undefined) return undefined
  const { rows } = await db.raw<{ rows: Delivery[] }>(
    `select d.event_id, d.event_at as at, e.action, d.attempts,
      case when d.failed_at is null then d.next_attempt end as next_attempt, d.failed_at, d.last_error
    from quintet.webhook_deliveries d left join audit.events e on e.at = d.event_at and e.id = d.event_id
    where d.webhook_id = ? order by d.event_id limit ?`,
    [id, limit]
  )
  return rows
}

/** Deletes deliveries that were given up long ago. */
export async function purgeDeliveries(db: Knex): Promise<void> {
  await db('quintet.webhook_deliveries')
    .where('failed_at', '<', db.raw(`now() - ? * interval '1 day'`, [KEPT_DAYS]))
    .del()
}
