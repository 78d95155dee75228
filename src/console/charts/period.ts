import { clockAt, momentOf } from '../i18n/clocks.ts'

export const RANGES = ['24h', '30d', '1y'] as const
export type Range = (typeof RANGES)[number]
export type Unit = 'hour' | 'day' | 'month'

/** From `from` on, until before `to`, both ISO 8601, in hours, days or months of the time zone `tz`. */
export interface Period {
  by: Unit
  from: string
  to: string
  tz: string
}

const UNITS = { '24h': 'hour', '30d': 'day', '1y': 'month' } as const satisfies Record<Range, Unit>
const LENGTHS: Record<Unit, number> = { hour: 24, day: 30, month: 12 }

/** The last 24 hours, 30 days or 12 months of the zone with the current one, which is not over yet. */
export function periodOf(range: Range, now: number, tz: string): Period {
  const by = UNITS[range]
  const clock = new Date(clockAt(now, tz))
  const start = (shift: number): string => new Date(momentOf(startOf(by, clock, shift), tz)).toISOString()
  return { by, from: start(1 - LENGTHS[by]), to: start(1), tz }
}

/** When the hour, day or month of a clock begins, or one that many later. */
function startOf(by: Unit, clock: Date, shift: number): number {
  const [year, month, day] = [clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate()]
  if (by === 'hour') return Date.UTC(year, month, day, clock.getUTCHours() + shift)
  if (by === 'day') return Date.UTC(year, month, day + shift)
  return Date.UTC(year, month + shift)
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Between two moments, as ISO 8601 or left out, in bars that are wide enough: hours of 3 days at most, days of 3 months, else
 * months. Without an end it ends now, without a start it has 30 days.
 */
export function periodBetween(from: string | undefined, to: string | undefined, now: number, tz: string): Period {
  const end = to === undefined ? now : Date.parse(to)
  const start = from === undefined ? end - 30 * DAY : Date.parse(from)
  const by = end - start <= 3 * DAY ? 'hour' : end - start <= 92 * DAY ? 'day' : 'month'
  return { by, from: new Date(start).toISOString(), to: new Date(end).toISOString(), tz }
}
