import type { Knex } from 'knex'
import { settled } from '../audit/settled.js'

/** Ids of the trail that one statement goes through. */
const WINDOW = 2_000
/** With so many that may be sent, or so many in all, no more are queued: the others wait in the trail. */
const FULL = 10_000
const FULL_WITH_HELD_UP = 50_000

/** The accounts of a webhook whose first delivery is under way or waits after a failure: those behind it wait for it. */
export const HELD_UP = `
  select account from quintet.webhook_deliveries where webhook_id = :id and failed_at is null and next_attempt > now()`

const undelivered = (most: number, condition = 'true'): string => `(
  select count(*) from (
    select from quintet.webhook_deliveries where webhook_id = :id and failed_at is null and ${condition} limit ${most}
  ) undelivered
)`

/**
 * From the trail to the deliveries, in the order of ids. Of simultaneous calls one does it. The position is locked before
 * it is read, and moves with the deliveries.
 */
const QUEUE = `
  with webhook as (
    select id, realm, actions, position, least(:last, position + ${WINDOW}) as until from quintet.webhooks
    where id = :id and paused_at is null and position < :last
      and ${undelivered(FULL, `account not in (${HELD_UP})`)} < ${FULL}
      and ${undelivered(FULL_WITH_HELD_UP)} < ${FULL_WITH_HELD_UP}
    for update skip locked
  ), queued as (
    insert into quintet.webhook_deliveries (webhook_id, event_id, event_at, account)
    select webhook.id, e.id, e.at, coalesce(e.target_id, e.target_key, '')
    from webhook join audit.events e on e.realm = webhook.realm and e.id > webhook.position and e.id <= webhook.until
    where webhook.actions is null or e.action = any(webhook.actions)
  )
  update quintet.webhooks w set position = webhook.until from webhook where w.id = webhook.id
  returning w.position`

/** The last id that the trail has given. Until it gives one, as in a copied database, the sequence has the next. */
export const LAST_ID = '(select case when is_called then last_value else last_value - 1 end from audit.events_id_seq)'

export interface Overview {
  /** The webhooks that are not paused, and those of them whose position is behind the last id that the trail has given. */
  active: number[]
  behind: number[]
  last: number
  /** Of each realm that has webhooks, how many seconds old the oldest entry is that is queued. */
  delays: Map<string, number>
}

interface Row {
  id: number
  realm: string
  position: number
  paused: boolean
  last: number
  delay: number | null
}

export async function overviewOf(db: Knex): Promise<Overview> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select id, realm, position, paused_at is not null as paused, ${LAST_ID} as last, (
      select cast(extract(epoch from now() - event_at) as float) from quintet.webhook_deliveries
      where webhook_id = w.id and failed_at is null order by event_id limit 1
    ) as delay
    from quintet.webhooks w order by id`
  )
  const active = rows.filter(({ paused }) => !paused)
  const delays = new Map<string, number>()
  for (const { realm, delay } of rows) delays.set(realm, Math.max(delays.get(realm) ?? 0, delay ?? 0))
  return {
    active: active.map(({ id }) => id),
    behind: active.filter(({ position, last }) => position < last).map(({ id }) => id),
    last: rows[0]?.last ?? 0,
    delays
  }
}

/**
 * Queues what these webhooks have not had of the entries up to `last`. Does nothing while somebody may still write one of
 * those: its entries would come behind later ones, or never.
 */
export async function queueEntries(db: Knex, ids: number[], last: number): Promise<void> {
  if (!(await settled(db))) return
  for (const id of ids) while (await queueWindow(db, id, last));
}

/** Returns whether there is more. */
async function queueWindow(db: Knex, id: number, last: number): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { position: number }[] }>(QUEUE, { id, last })
  return rows.some(({ position }) => position < last)
}
