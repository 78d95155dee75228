/** What a reading gives: some of the rows, and how many there are. */
export interface Page<Row> {
  rows: Row[]
  total: number
}
