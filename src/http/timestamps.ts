import type { Timestamp } from '../database/types.js'

const CHINA_OFFSET_MS = 8 * 3_600_000
/** PostgreSQL leaves out trailing zeros of the fraction, or all of it. */
const PRINTED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/
/** What has no four digits for its year: before our era, after the year 9999, or no moment at all. */
const EARLY = /(^-infinity| BC)$/
const LATE = /^(infinity$|\d{5,}-)/
/** The first and the last that ISO 8601 can write; what lies beyond is shown as the nearer of them. */
const FIRST = { hour: '0001-01-01 00', rest: ':00:00.000000' }
const LAST = { hour: '9999-12-31 23', rest: ':59:59.999999' }
/** Hours whose place in China is remembered: a list prints millions of moments of few hours, and a Date costs much. */
const HOURS_REMEMBERED = 10_000

const hoursInChina = new Map<string, string>()

/** The same moment on a clock in China, always with six digits: `2024-06-01T08:04:06.654597+08:00`. */
export function chinaTime(timestamp: Timestamp): string {
  const { hour, rest } = read(timestamp)
  return `${hourInChina(hour)}${rest}+08:00`
}

/** The same moment in UTC, cut to milliseconds: `2024-06-01T00:04:06.654Z`. */
export function utcTime(timestamp: Timestamp): string {
  const { hour, rest } = read(timestamp)
  return `${hour.slice(0, 10)}T${hour.slice(11)}${rest.slice(0, -3)}Z`
}

/** Date and hour, `2024-06-01 00`, and the rest to six digits, `:04:06.654597`. Throws for what is not in UTC. */
function read(timestamp: Timestamp): { hour: string; rest: string } {
  if (!PRINTED.test(timestamp)) return beyond(timestamp)
  const fraction = timestamp.slice(20, -3)
  const rest = fraction.length === 6 ? timestamp.slice(13, -3) : `${timestamp.slice(13, 19)}.${fraction.padEnd(6, '0')}`
  return { hour: timestamp.slice(0, 13), rest }
}

function beyond(timestamp: Timestamp): { hour: string; rest: string } {
  if (EARLY.test(timestamp)) return FIRST
  if (LATE.test(timestamp)) return LAST
  throw new RangeError(`not a timestamp in UTC: ${timestamp}`)
}

/** `2024-06-01T08` of `2024-06-01 00`. */
function hourInChina(hour: string): string {
  let shifted = hoursInChina.get(hour)
  if (shifted === undefined) {
    const start = Date.parse(`${hour.replace(' ', 'T')}:00Z`)
    const later = new Date(start + CHINA_OFFSET_MS).toISOString()
    shifted = later.startsWith('+') ? '9999-12-31T23' : later.slice(0, 13)
    if (hoursInChina.size >= HOURS_REMEMBERED) hoursInChina.clear()
    hoursInChina.set(hour, shifted)
  }
  return shifted
}
