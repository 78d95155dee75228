import { median } from '../../test/support/median.js'
import { JUDGED_RUNS, type RecordedRun } from './recorded-runs.js'
import type { Table } from './table.js'

/** What a scenario has to reach. */
export interface Goal {
  what: string
  bound: '≥' | '≤'
  limit: number
  unit: string
  digits: number
  /** What this run measured; undefined where it had nothing to compare with. */
  value: number | undefined
}

export function atLeast(what: string, limit: number, value: number | undefined): Goal {
  return { what, bound: '≥', limit, unit: '×', digits: 2, value }
}

export function atMost(what: string, limit: number, value: number | undefined, unit = '×', digits = 2): Goal {
  return { what, bound: '≤', limit, unit, digits, value }
}

/** What a run measured, as it is recorded. */
export function figuresOf(goals: Goal[]): Record<string, number> {
  return Object.fromEntries(goals.flatMap(({ what, value }) => (value === undefined ? [] : [[what, value]])))
}

/** Median and range of each goal over the last runs, `JUDGED_RUNS` of them; the worst of them meets it or not. */
export function goalsTable(goals: Goal[], runs: RecordedRun[]): Table {
  const judged = runs.slice(-JUDGED_RUNS)
  return { head: ['measure', 'goal', 'median', 'range', 'runs', ''], rows: goals.map((goal) => rowOf(goal, judged)) }
}

function rowOf({ what, bound, limit, unit, digits }: Goal, runs: RecordedRun[]): string[] {
  const values = runs.flatMap(({ figures: { [what]: value } }) => (value === undefined ? [] : [value]))
  const aim = [what, `${bound} ${limit} ${unit}`]
  if (values.length === 0) return [...aim, '', '', '0', 'not measured']
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const met = bound === '≥' ? least >= limit : most <= limit
  const range = `${least.toFixed(digits)}–${most.toFixed(digits)}`
  return [...aim, `${median(values).toFixed(digits)} ${unit}`, range, String(values.length), met ? 'met' : '**missed**']
}
