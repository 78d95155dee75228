import type { Knex } from 'knex'
import type { Period } from '../calendar/period.js'
import { QUARTER } from '../calendar/units.js'

/** A period as the counts know it, and the entries of it that they do not have. */
export interface Uncounted {
  /** The whole slots of the period: from the one that begins here, until before the other. */
  first: string
  last: string
  /** SQL that selects `at`, `action` and `result` of all other entries. */
  others: string
  /** What is named in it, `first` and `last` too. */
  values: Record<string, string | number>
}

/** The entries of a period that are in no whole slot of it, or not counted yet. */
export async function uncounted(
  db: Knex,
  { realm, action = '' }: { realm: string; action?: string | undefined },
  period: Period
): Promise<Uncounted> {
  const [from, to] = [period.from.getTime(), period.to.getTime()]
  const first = Math.min(Math.ceil(from / QUARTER) * QUARTER, to)
  const last = Math.max(Math.floor(to / QUARTER) * QUARTER, first)
  const { id } = (await db('audit.counted').first('id')) as { id: number }
  const matching = `
    select at, action, result from audit.events where realm = :realm ${action === '' ? '' : 'and action = :action'}`
  const others = [
    // As a value too: PostgreSQL uses no index for an id that it has yet to find.
    `${matching} and id > :counted and id > (select id from audit.counted) and at >= :from and at < :to`,
    ...(from < first ? [`${matching} and id <= (select id from audit.counted) and at >= :from and at < :first`] : []),
    ...(last < to ? [`${matching} and id <= (select id from audit.counted) and at >= :last and at < :to`] : [])
  ]
  const moments = Object.entries({ from, first, last, to }).map(([name, time]) => [name, new Date(time).toISOString()])
  const values = {
    realm,
    action,
    counted: id,
    ...(Object.fromEntries(moments) as Record<keyof Period | 'first' | 'last', string>)
  }
  return { first: values.first, last: values.last, others: others.join(' union all '), values }
}
