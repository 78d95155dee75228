import { HOUR, MINUTE } from './units.js'

/** How far the clocks of a time zone are ahead of UTC at a moment, both in milliseconds. */
export type Zone = (moment: number) => number

/** `GMT`, `GMT+05:30` or, before 1972, `GMT-00:44:30`. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/

/** The zone with this IANA name, in any case; undefined where there is none. */
export function zoneNamed(name: string): Zone | undefined {
  const format = formatOf(name)
  if (format === undefined) return undefined
  return (moment) => {
    const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(format.format(moment)) ?? []
    if (sign === undefined) return 0
    const ahead = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1_000
    return sign === '-' ? -ahead : ahead
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  // Newer versions of Node take offsets, `+08:00`, for names.
  if (!/^[a-z]/i.test(timeZone)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
