import type { Environment } from './environment.js'
import type { Goal } from './goals.js'
import type { Table } from './table.js'

/** How long and how often to measure. */
export interface Pace {
  seconds: number
  warmUpSeconds: number
  rounds: number
  /** Rows of the lists of a million. */
  million: number
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
