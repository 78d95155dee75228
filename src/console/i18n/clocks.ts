/** What clocks in a zone show at a moment, in whole seconds, as the milliseconds since 1970 at which UTC clocks show the same. */
export function clockAt(moment: number, zone: string): number {
  return Date.parse(`${new Date(moment).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)
}

/** The moment at which clocks in a zone show this; where they leave it out, one within a day's change of it. */
export function momentOf(clock: number, zone: string): number {
  const near = 2 * clock - clockAt(clock, zone)
  return clock - (clockAt(near, zone) - near)
}
