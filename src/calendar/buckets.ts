import type { Timestamp } from '../database/types.js'
import { boundary } from './boundary.js'
import { periodIn, refusedParameter, type Period, type PeriodQuery } from './period.js'
import type { Unit } from './units.js'

/** A period in hours, days or months of a zone. */
export interface Buckets extends Period {
  /** When they begin, ascending: `width_bucket(at, starts)` of PostgreSQL numbers them from 1. The first may begin before `from`. */
  starts: Timestamp[]
}

const MOST = 400

/** The hours, days or months of a query's period. Throws `invalid` where the query is wrong or they are more than 400. */
export function bucketsIn(query: PeriodQuery & { by: Unit }): Buckets {
  const { from, to, zone } = periodIn(query, query.by)
  const starts: Timestamp[] = []
  let start = boundary(query.by, from.getTime(), zone)
  while (start < to.getTime()) {
    if (starts.length === MOST) throw refusedParameter('by', 'buckets', `must make at most ${MOST}`, { limit: MOST })
    starts.push(printed(start))
    start = boundary(query.by, start, zone, 1)
  }
  return { from, to, starts }
}

/** A row for each bucket: what was found for its number, with its start, else `empty`. */
export function inBuckets<Counts extends object>(
  { starts }: Buckets,
  found: (Counts & { bucket: number })[],
  empty: Counts
): (Counts & { start: Timestamp })[] {
  const byNumber = new Map(found.map(({ bucket, ...counts }) => [bucket, counts as unknown as Counts]))
  return starts.map((start, index) => ({ ...(byNumber.get(index + 1) ?? empty), start }))
}

/** As PostgreSQL prints it in UTC. */
function printed(moment: number): Timestamp {
  const [date, time] = new Date(moment).toISOString().slice(0, 19).split('T')
  return `${date} ${time}+00` as Timestamp
}
