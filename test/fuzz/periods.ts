import fc, { type Arbitrary } from 'fast-check'
import { times } from './values.js'

export interface Periods {
  /** The parameters of the operation that describe a period together. */
  names: string[]
  texts: Arbitrary<Record<string, string>>
}

const NAMES = ['from', 'to', 'tz']
const ZONES = ['Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/Havana', 'Australia/Lord_Howe']
const HOUR_MS = 3_600_000
const LAST_START = new Date('2025-12-01T00:00:00Z')

/** Periods of the past that have at most 400 hours, which the schemas of single parameters cannot say. */
export function periods(parameters: string[]): Periods {
  const names = NAMES.filter((name) => parameters.includes(name))
  const whole = fc.record({
    start: times(LAST_START),
    hours: fc.integer({ min: 1, max: 390 }),
    tz: fc.constantFrom(...ZONES)
  })
  const texts = whole.chain(({ start, hours, tz }) => {
    const to = new Date(start.getTime() + hours * HOUR_MS).toISOString()
    return fc.constantFrom({}, { tz }, { to }, { to, tz }, { from: start.toISOString(), to, tz })
  })
  return { names, texts: texts.map((given) => only(names, given)) }
}

function only(names: string[], texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))
}
