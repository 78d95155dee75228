import type { Timestamp } from './database/types.js'

const CHINA_OFFSET_MS = 8 * 3_600_000
/** PostgreSQL leaves out trailing zeros of the fraction, or all of it. */
const PRINTED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** The same moment on a clock in China, always with six digits: `2024-06-01T08:04:06.654597+08:00`. */
export function chinaTime(timestamp: Timestamp): string {
  const { seconds, fraction } = read(timestamp)
  const shifted = new Date(Date.parse(`${seconds}Z`) + CHINA_OFFSET_MS)
  return `${shifted.toISOString().slice(0, 19)}.${fraction}+08:00`
}

/** The same moment in UTC, cut to milliseconds: `2024-06-01T00:04:06.654Z`. */
export function utcTime(timestamp: Timestamp): string {
  const { seconds, fraction } = read(timestamp)
  return `${seconds}.${fraction.slice(0, 3)}Z`
}

/** ISO date and time without a zone, and the microseconds as six digits. Throws for a timestamp that is not in UTC. */
function read(timestamp: Timestamp): { seconds: string; fraction: string } {
  const [, date, time, fraction = ''] = PRINTED.exec(timestamp) ?? []
  if (date === undefined || time === undefined) throw new RangeError(`not a timestamp in UTC: ${timestamp}`)
  return { seconds: `${date}T${time}`, fraction: fraction.padEnd(6, '0') }
}
