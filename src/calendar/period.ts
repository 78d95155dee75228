import { DomainError } from '../domain-error.js'
import { boundary } from './boundary.js'
import type { Unit } from './units.js'
import { zoneNamed, type Zone } from './zone.js'

/** The parameters of a query: ISO 8601 with an offset, and the IANA name of a time zone. */
export interface PeriodQuery {
  from?: string | undefined
  to?: string | undefined
  tz?: string | undefined
}

/** From `from` on, until before `to`. */
export interface Period {
  from: Date
  to: Date
}

const DEFAULT_ZONE = 'Asia/Shanghai'
/** As many units as a period has that gives no `from`. */
const BY_DEFAULT = { hour: 24, day: 30, month: 12 } as const satisfies Record<Unit, number>
/** Moments that every date of the contracts can write. */
const FIRST = Date.UTC(1970, 0)
const END = Date.UTC(10_000, 0)

/** What the query gives of a period. Throws `invalid` for what is no moment from 1970 to 9999, and for an empty period. */
export function givenPeriod({ from, to }: PeriodQuery): Partial<Period> {
  const given = {
    ...(from !== undefined && { from: read('from', from) }),
    ...(to !== undefined && { to: read('to', to) })
  }
  if (given.from !== undefined && given.to !== undefined) refuseEmpty(given.from, given.to)
  return given
}

/**
 * The period of a query. Without `to` it ends with the current unit, without `from` it has the last 24 hours, 30 days or 12
 * months of it. Throws `invalid`, for an unknown zone too.
 */
export function periodIn(query: PeriodQuery, unit: Unit): Period & { zone: Zone } {
  const zone = readZone(query.tz)
  const { from: givenFrom, to: givenTo } = givenPeriod(query)
  const to = givenTo ?? new Date(boundary(unit, Date.now(), zone, 1))
  const from = givenFrom ?? new Date(boundary(unit, to.getTime() - 1, zone, 1 - BY_DEFAULT[unit]))
  refuseEmpty(from, to)
  return { from, to, zone }
}

export function refusedParameter(name: string, rule: string, message: string, params = {}): DomainError {
  return new DomainError('invalid', { issues: [{ path: ['query', name], rule, message, params }] })
}

function readZone(name = DEFAULT_ZONE): Zone {
  const zone = zoneNamed(name)
  if (zone === undefined) throw refusedParameter('tz', 'exists', 'must be the IANA name of a time zone')
  return zone
}

function read(name: 'from' | 'to', text: string): Date {
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) throw refusedParameter(name, 'format', 'must be a moment', { format: 'date-time' })
  if (moment < FIRST || moment >= END) throw refusedParameter(name, 'years', 'must be from 1970 to 9999')
  return new Date(moment)
}

function refuseEmpty(from: Date, to: Date): void {
  if (from >= to) throw refusedParameter('to', 'laterThanFrom', 'must be later than from')
}
