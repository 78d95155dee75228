import type { Knex } from 'knex'
import type { AuditDetail } from '../audit/record.js'
import { HELD_UP } from './queue.js'
import { AWAY_AFTER, awayWait, waitAfter } from './schedule.js'

/** Seconds in which an attempt has ended; after that the delivery is another process's, for this one must have been killed. */
const CLAIM_SECONDS = 30
/** A receiver that has taken nothing for so long is sent nothing more. */
const PAUSE_AFTER = '3 days'

/** An attempt that is to be made, with what it needs. */
export interface Attempt {
  webhookId: number
  eventId: number
  /** With this one. */
  attempts: number
  url: string
  /** Encrypted. */
  secret: string
  /** Encrypted; null where there is none that signs. */
  previousSecret: string | null
  /** Of the receiver, in a row, before this one. */
  failures: number
  /** Null where the entry is no longer in the trail. */
  entry: DeliveredEntry | null
}

export interface DeliveredEntry {
  /** Never that of another entry, in a restored database neither. */
  messageId: string
  /** RFC 3339, in UTC. */
  at: string
  realm: string
  action: string
  result: 'done' | 'failed'
  actor: Subject | null
  target: Subject | null
  detail: AuditDetail | null
  address: string | null
  requestId: string | null
}

interface Subject {
  id: string | null
  name: string | null
}

/**
 * Claims the delivery that is due for longest, of an account that has no earlier one. Thousands may wait behind a delivery that
 * is under way or failed, so they are passed over by their account first, without a look at each other.
 */
const CLAIM = `
  with due as (
    select event_id from quintet.webhook_deliveries d
    where webhook_id = :id and failed_at is null and next_attempt <= now()
      and account not in (${HELD_UP})
      and event_id = (
        select min(event_id) from quintet.webhook_deliveries
        where webhook_id = :id and account = d.account and failed_at is null
      )
      and exists (select from quintet.webhooks where id = :id and paused_at is null and retry_at <= now())
    order by next_attempt, event_id limit 1
    for update skip locked
  ), claimed as (
    update quintet.webhook_deliveries d
    set attempts = attempts + 1, next_attempt = now() + interval '${CLAIM_SECONDS} s'
    from due where d.webhook_id = :id and d.event_id = due.event_id
    returning d.webhook_id, d.event_id, d.event_at, d.attempts
  )
  select w.id as "webhookId", claimed.event_id as "eventId", claimed.attempts, w.url, w.secret,
    case when w.previous_until > now() then w.previous_secret end as "previousSecret", w.failures,
    case when e.id is not null then jsonb_build_object(
      'messageId', e.id || '-' || (extract(epoch from e.at) * 1000000)::bigint,
      'at', to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'realm', e.realm, 'action', e.action, 'result', e.result,
      'actor', case when coalesce(e.actor_id, e.actor_name) is not null
        then jsonb_build_object('id', e.actor_id, 'name', e.actor_name) end,
      'target', case when coalesce(e.target_id, e.target_name) is not null
        then jsonb_build_object('id', e.target_id, 'name', e.target_name) end,
      'detail', e.detail, 'address', e.address, 'requestId', e.request_id
    ) end as entry
  from claimed join quintet.webhooks w on w.id = claimed.webhook_id
  left join audit.events e on e.at = claimed.event_at and e.id = claimed.event_id`

/** Undefined where nothing is due. An attempt of a process that is killed is made again. */
export async function claimAttempt(db: Knex, webhookId: number): Promise<Attempt | undefined> {
  const { rows } = await db.raw<{ rows: Attempt[] }>(CLAIM, { id: webhookId })
  return rows[0]
}

const SUCCEED = `
  with delivered as (delete from quintet.webhook_deliveries where webhook_id = :webhookId and event_id = :eventId)
  update quintet.webhooks set failures = 0, failing_since = null, retry_at = now()
  where id = :webhookId and failures > 0`

export async function noteDelivered(db: Knex, { webhookId, eventId }: Attempt): Promise<void> {
  await db.raw(SUCCEED, { webhookId, eventId })
}

/** Gives up a delivery whose entry is no longer in the trail, which is not the receiver's failure. */
export async function noteLost(db: Knex, { webhookId, eventId }: Attempt): Promise<void> {
  await db('quintet.webhook_deliveries')
    .where({ webhook_id: webhookId, event_id: eventId })
    .update({ failed_at: db.raw('now()'), last_error: 'the entry is no longer in the audit trail' })
}

export interface Failure {
  reason: string
  /** The receiver wants no more deliveries. */
  gone: boolean
}

/** What a failure led to. */
export interface Consequence {
  /** Why the webhook is paused from now on; null where it is not. */
  paused: string | null
  /** The receiver counts as away from now on. */
  away: boolean
  /** There is no further attempt. */
  givenUp: boolean
}

const FAIL = `
  with failed as (
    update quintet.webhook_deliveries
    set last_error = :reason, next_attempt = now() + :wait * interval '1 s',
      failed_at = case when :givenUp then now() end
    where webhook_id = :webhookId and event_id = :eventId and attempts = :attempts
  )
  update quintet.webhooks w
  set failures = w.failures + 1, failing_since = coalesce(w.failing_since, now()),
    retry_at = greatest(w.retry_at, now() + :away * interval '1 s'), paused_at = case when because is not null then now() end,
    paused_because = because
  from (
    select case
      when :gone then 'the receiver answered 410'
      when failing_since < now() - interval '${PAUSE_AFTER}' then 'the receiver took nothing for ${PAUSE_AFTER}'
    end as because
    from quintet.webhooks where id = :webhookId
  ) reasons
  where w.id = :webhookId and w.paused_at is null
  returning w.failures, w.paused_because as paused`

export async function noteFailed(db: Knex, attempt: Attempt, { reason, gone }: Failure): Promise<Consequence> {
  const { webhookId, eventId, attempts, failures } = attempt
  const wait = waitAfter(attempts)
  const givenUp = wait === undefined && !gone
  const values = { webhookId, eventId, attempts, reason, gone, givenUp, wait: wait ?? 0, away: awayWait(failures + 1) }
  const { rows } = await db.raw<{ rows: { failures: number; paused: string | null }[] }>(FAIL, values)
  const [state] = rows
  return { paused: state?.paused ?? null, away: state?.failures === AWAY_AFTER, givenUp }
}
