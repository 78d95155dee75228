import type { Environment } from './environment.js'

/** How long and how often to measure. */
export interface Pace {
  seconds: number
  warmUpSeconds: number
  rounds: number
  /** Rows of the lists of a million. */
  million: number
}

/** What was asked for beforehand, and what came out. */
export interface Goal {
  what: string
  goal: string
  figure: string
  met: boolean
}

export interface Table {
  head: string[]
  rows: string[][]
}

/** What a work reports. */
export interface Section {
  title: string
  /** What was done, and what is to be known about it. */
  notes: string[]
  tables: Table[]
  goals: Goal[]
}

/** One thing that is measured. Throws on any error and on any answer that is not the expected one. */
export type Scenario = (environment: Environment, pace: Pace) => Promise<Section>

export function atLeast(what: string, least: number, ratio: number): Goal {
  return { what, goal: `≥ ${least} ×`, figure: `${ratio.toFixed(2)} ×`, met: ratio >= least }
}

export function atMost(what: string, most: number, value: number, unit = '×', digits = 2): Goal {
  return { what, goal: `≤ ${most} ${unit}`, figure: `${value.toFixed(digits)} ${unit}`, met: value <= most }
}
