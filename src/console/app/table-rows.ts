const ROWS = 'main .table tbody > tr:not(.details)'

/** The row of a table that has the focus itself. */
export function focusedRow(): HTMLElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement.matches(ROWS) ? activeElement : undefined
}

/** Moves the focus to the next row or the one before; from elsewhere to the first or the last one. */
export function focusRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = at < 0 ? rows.at(step === 1 ? 0 : -1) : rows[at + step]
  next?.focus()
  return next !== undefined
}

/** Opens the record of the row. */
export function openRow(row: HTMLElement): void {
  row.querySelector<HTMLElement>('.cell-link')?.click()
}

export function selectRow(row: HTMLElement): void {
  row.querySelector<HTMLElement>('.cell-select input')?.click()
}
