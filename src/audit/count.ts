import type { Knex } from 'knex'
import { inBuckets, type Buckets } from '../calendar/buckets.js'
import type { Period } from '../calendar/period.js'
import type { Timestamp } from '../database/types.js'
import { uncounted } from './uncounted.js'

/** Entries of either result. */
export interface Counts {
  done: number
  failed: number
}

/** The entries of an hour, a day or a month that begins at `start`. */
export interface CountedTime extends Counts {
  start: Timestamp
}

/** Failed entries of an action. */
export interface Failures {
  action: string
  failed: number
}

export interface Counted {
  realm: string
  action?: string | undefined
}

const RESULTS = `(result = 'done')::integer as done, (result = 'failed')::integer as failed`

/** The entries of each bucket, those without any too. */
export async function countByTime(db: Knex, counted: Counted, buckets: Buckets): Promise<CountedTime[]> {
  const { starts } = buckets
  const { first, last, others, values } = await uncounted(db, counted, buckets)
  const { rows } = await db.raw<{ rows: (Counts & { bucket: number })[] }>(
    `select bucket, sum(done)::bigint as done, sum(failed)::bigint as failed from (
      select number - 1 as bucket, done - lag(done, 1, done) over upwards as done, failed - lag(failed, 1, failed) over upwards as failed
      from (
        select number, coalesce(done, 0) as done, coalesce(failed, 0) as failed
        from unnest(cast(:points as timestamptz[])) with ordinality as points (point, number)
        left join lateral ${rowBefore('point', ':action')} counts on true
      ) counts
      window upwards as (order by number)
      union all
      select width_bucket(at, cast(:starts as timestamptz[])) as bucket, ${RESULTS} from (${others}) entries
    ) parts
    group by bucket`,
    { ...values, starts, points: [first, ...starts.slice(1), last] }
  )
  return inBuckets(buckets, rows, { done: 0, failed: 0 })
}

/** The entries of each action that has any, the most frequent first. */
export async function countByAction(
  db: Knex,
  counted: Counted,
  period: Period
): Promise<(Counts & { action: string })[]> {
  const { others, values } = await uncounted(db, counted, period)
  const { rows } = await db.raw<{ rows: (Counts & { action: string })[] }>(
    `with recursive actions as (
      (select action from audit.counts where realm = :realm and action > '' order by action limit 1)
      union all
      select (select c.action from audit.counts c where c.realm = :realm and c.action > actions.action order by c.action limit 1)
      from actions where action is not null
    )
    select action, sum(done)::bigint as done, sum(failed)::bigint as failed from (
      select action, ending.done - coalesce(beginning.done, 0) as done, ending.failed - coalesce(beginning.failed, 0) as failed
      from actions
      cross join lateral ${rowBefore(':last', 'actions.action')} ending
      left join lateral ${rowBefore(':first', 'actions.action')} beginning on true
      where :action in ('', action)
      union all
      select action, ${RESULTS} from (${others}) entries
    ) parts
    group by action having sum(done + failed) > 0
    order by sum(done + failed) desc, action`,
    values
  )
  return rows
}

/** The failed entries of each action that has any, the most frequent first. */
export async function countFailures(db: Knex, counted: Counted, period: Period): Promise<Failures[]> {
  const counts = await countByAction(db, counted, period)
  return counts.filter(({ failed }) => failed > 0).sort((one, other) => other.failed - one.failed)
}

export function totalOf(counts: Counts[]): number {
  return counts.reduce((total, { done, failed }) => total + done + failed, 0)
}

/** The counts of the action's last slot before a moment. */
function rowBefore(moment: string, action: string): string {
  return `(
    select done, failed from audit.counts c
    where c.realm = :realm and c.action = ${action} and c.slot < ${moment} order by c.slot desc limit 1
  )`
}
