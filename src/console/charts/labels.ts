import { formatTime, zoneLabel } from '../i18n/times.ts'
import { localeName, zoneName } from '../i18n/zone.ts'
import type { TimeCount } from './counts.ts'
import type { Period, Unit } from './period.ts'
import { t } from './texts.ts'

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Below an axis. */
const SHORT: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: CLOCK,
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short' }
}
const LONG: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: { month: 'short', day: 'numeric', ...CLOCK },
  day: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  month: { year: 'numeric', month: 'long' }
}

/** Names an hour, a day or a month in the zone and the language that are chosen. */
export function timeLabel({ by, from }: Pick<TimeCount, 'by' | 'from'>, length: 'short' | 'long'): string {
  const options = (length === 'short' ? SHORT : LONG)[by]
  return new Date(from).toLocaleString(localeName(), { timeZone: zoneName(), ...options })
}

/** `2026-01-05 16:00 to 2026-01-06 16:00 (UTC+8)`. */
export function periodText({ from, to }: Pick<Period, 'from' | 'to'>): string {
  const minutes = (time: string): string => formatTime(time).slice(0, -3)
  return t('period', { from: minutes(from), to: minutes(to), zone: zoneLabel() })
}

/** A number for an axis, such as 12万. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat(localeName(), { notation: 'compact' }).format(value)
}

/** A share of a whole as `12.5%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(localeName(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
}
