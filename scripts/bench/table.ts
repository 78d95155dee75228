/** Cells are Markdown. */
export interface Table {
  head: string[]
  rows: string[][]
}
