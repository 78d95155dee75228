import type { Timestamp } from './database/types.js'

const CHINA_OFFSET_HOURS = 8
const DAY_MS = 24 * 3_600_000
/** PostgreSQL leaves out trailing zeros of the fraction, or all of it. */
const PRINTED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/
/** Days whose successors are remembered: a list prints millions of moments of few days, and a Date is dear. */
const DAYS_REMEMBERED = 10_000

const nextDays = new Map<string, string>()

/** The same moment on a clock in China, always with six digits: `2024-06-01T08:04:06.654597+08:00`. */
export function chinaTime(timestamp: Timestamp): string {
  const { date, hour, rest, fraction } = read(timestamp)
  const shifted = Number(hour) + CHINA_OFFSET_HOURS
  const day = shifted < 24 ? date : dayAfter(date)
  return `${day}T${String(shifted % 24).padStart(2, '0')}${rest}.${fraction}+08:00`
}

/** The same moment in UTC, cut to milliseconds: `2024-06-01T00:04:06.654Z`. */
export function utcTime(timestamp: Timestamp): string {
  const { date, hour, rest, fraction } = read(timestamp)
  return `${date}T${hour}${rest}.${fraction.slice(0, 3)}Z`
}

/**
 * ISO date, hour, `:minutes:seconds`, and the microseconds as six digits. Throws for a timestamp that is not in UTC.
 */
function read(timestamp: Timestamp): { date: string; hour: string; rest: string; fraction: string } {
  if (!PRINTED.test(timestamp)) throw new RangeError(`not a timestamp in UTC: ${timestamp}`)
  return {
    date: timestamp.slice(0, 10),
    hour: timestamp.slice(11, 13),
    rest: timestamp.slice(13, 19),
    fraction: timestamp.slice(20, -3).padEnd(6, '0')
  }
}

function dayAfter(date: string): string {
  let next = nextDays.get(date)
  if (next === undefined) {
    next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)
    if (nextDays.size >= DAYS_REMEMBERED) nextDays.clear()
    nextDays.set(date, next)
  }
  return next
}
