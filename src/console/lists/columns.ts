/** A column of a `DataTable`. A slot of the name `key` shows something else than a text. */
export interface Column<Row> {
  key: string
  label: string
  /** What is shown as text; empty values are shown as a dash. */
  text?: (row: Row) => string | number | null | undefined
  /** A time is shown in the reader's zone, an id can be copied. */
  kind?: 'text' | 'number' | 'time' | 'id'
  /** Shown on a phone too, where a row is a card. */
  onPhone?: boolean
  /** Not shown until the reader chooses it. */
  hidden?: boolean
}
