/** What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from doing so. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/

export const BYTE_ORDER_MARK = '\uFEFF'

/** A row of CSV with its line break. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A value as a cell that no spreadsheet calculates; lists and objects are JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return JSON.stringify(value)
  return FORMULA.test(value) ? `'${value}` : value
}

/** The text that `cellOf` made a cell of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}
