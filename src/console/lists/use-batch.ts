import { createBatch, type Batch } from './batch.ts'
import type { List } from './use-list.ts'
import { useSelection, type Selection } from './use-selection.ts'

export interface ListBatch<Row> {
  readonly selection: Selection<Row>
  readonly batch: Batch<Row>
  /** Calls `work` for each of the rows, the selected ones by default, and reads the list again; rows that failed stay selected. */
  run(work: (row: Row) => Promise<unknown>, rows?: readonly Row[]): Promise<void>
  /** Selects nothing, and forgets what failed. */
  clear(): void
}

/** What may be done with several rows of a list at once. */
export function useBatch<Row, Name extends string>(
  list: List<Row, Name>,
  rowKey: (row: Row) => string
): ListBatch<Row> {
  const selection = useSelection(() => list.rows.value, rowKey)
  const batch = createBatch<Row>()
  return {
    selection,
    batch,
    async run(work, rows = selection.rows.value) {
      await batch.run(rows, work)
      const failed = new Set(batch.failures.map(({ item }) => rowKey(item)))
      await list.reload()
      selection.keep(list.rows.value.filter((row) => failed.has(rowKey(row))))
    },
    clear() {
      selection.clear()
      batch.failures = []
    }
  }
}
