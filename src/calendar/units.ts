export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** What the clocks of every zone have been ahead of UTC since 1972 is a multiple of it. */
export const QUARTER = 15 * MINUTE

/** What time is divided into. */
export type Unit = 'hour' | 'day' | 'month'
