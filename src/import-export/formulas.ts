/** What a spreadsheet would calculate when a cell begins with it, and the mark that keeps it from doing so. */
const ESCAPED = /^[=+\-@\t\r\n＝＋－＠']/

/** The text with a `'` before it where a spreadsheet would take it for a formula. */
export function escapeFormula(text: string): string {
  return ESCAPED.test(text) ? `'${text}` : text
}

/** Undoes `escapeFormula`, for every text. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && ESCAPED.test(cell.slice(1)) ? cell.slice(1) : cell
}
