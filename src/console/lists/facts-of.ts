import type { Column } from './columns.ts'

/** All of a record for a `FactList`, by the columns of its list. */
export function factsOf<Row>(
  columns: Column<Row>[],
  row: Row
): { key: string; label: string; value: string | number | null | undefined; kind?: 'text' | 'time' | 'id' }[] {
  return columns.map(({ key, label, text, kind }) => ({
    key,
    label,
    value: text?.(row),
    kind: kind === 'number' ? 'text' : kind
  }))
}
