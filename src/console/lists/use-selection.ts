import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

export interface Selection<Row> {
  /** Keys of the selected rows, for `DataTable`'s `v-model:selected`. */
  readonly keys: ShallowRef<ReadonlySet<string>>
  readonly rows: ComputedRef<Row[]>
  keep(rows: Row[]): void
  clear(): void
}

/** The selected rows of the page that is shown. */
export function useSelection<Row>(rows: () => readonly Row[], rowKey: (row: Row) => string): Selection<Row> {
  const keys = shallowRef<ReadonlySet<string>>(new Set())
  watch(rows, (shown) => {
    const known = new Set(shown.map(rowKey))
    keys.value = new Set([...keys.value].filter((key) => known.has(key)))
  })
  return {
    keys,
    rows: computed(() => rows().filter((row) => keys.value.has(rowKey(row)))),
    keep: (kept) => void (keys.value = new Set(kept.map(rowKey))),
    clear: () => void (keys.value = new Set())
  }
}
