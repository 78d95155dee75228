import type { Page } from '../lists/page.ts'
import type { Period, Unit } from './period.ts'

/** What was counted in an hour, a day or a month, a number for each series. */
export interface TimeCount {
  by: Unit
  /** From this moment on, until before the other one, both ISO 8601. */
  from: string
  to: string
  values: number[]
}

export interface Count {
  count: number
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** Counts over time; `key` is the start of an hour, a day or a month of the period, `valuesOf` gives the numbers of its series. */
export function timed<Count extends { key: string }>(
  counts: readonly Count[],
  { by, from, to }: Pick<Period, 'by' | 'from' | 'to'>,
  valuesOf: (count: Count) => number[]
): Page<TimeCount> {
  const rows = counts.map((count, index) => ({
    by,
    // The first one may have begun before the period.
    from: count.key < from ? from : count.key,
    to: counts[index + 1]?.key ?? to,
    values: valuesOf(count)
  }))
  return { rows, total: sumOf(rows.flatMap(({ values }) => values)) }
}

/** The series of what succeeded and what failed. */
export function outcomes({ done, failed }: { done: number; failed: number }): number[] {
  return [done, failed]
}

/** The only series of what has one number. */
export function single({ count }: Count): number[] {
  return [count]
}

/** Counts by something else than time. */
export function counted<Row extends Count>(rows: Row[]): Page<Row> {
  return { rows, total: sumOf(rows.map(({ count }) => count)) }
}

/** The rows with the highest counts, highest first; where there are more, the last one is made of the sum of all others. */
export function highest<Row extends Count>(rows: readonly Row[], most: number, others: (sum: number) => Row): Row[] {
  const sorted = [...rows].sort((one, other) => other.count - one.count)
  if (sorted.length <= most) return sorted
  const rest = sorted.slice(most - 1).map(({ count }) => count)
  return [...sorted.slice(0, most - 1), others(sumOf(rest))]
}
