import { timed, counted, type Count, type TimeCount } from './counts.ts'
import type { Period } from './period.ts'
import { useCounts, type Counts } from './use-counts.ts'
import type { RangeOfCharts } from './use-range.ts'

/** Calls an operation that counts in a period. */
export type Load<Row> = (period: Period, signal: AbortSignal) => Promise<Row[]>

/** Counts over time in the range of an overview; `valuesOf` gives the numbers of their series. */
export function useTimeCounts<Numbers>(
  { period, moment }: RangeOfCharts,
  load: Load<Numbers & { key: string }>,
  valuesOf: (row: Numbers) => number[]
): Counts<TimeCount> {
  return useCounts(
    () => [moment.value, period.value],
    async (signal) => {
      const now = period.value
      return timed(await load(now, signal), now, valuesOf)
    }
  )
}

/** Counts by something else than time in the range of an overview. */
export function useNamedCounts<Row extends Count>({ period, moment }: RangeOfCharts, load: Load<Row>): Counts<Row> {
  return useCounts(
    () => [moment.value, period.value],
    async (signal) => counted(await load(period.value, signal))
  )
}
