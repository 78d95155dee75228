import type { Locator, Page } from 'playwright-core'

export const chartOf = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

/** The texts of the cells of a chart's table, a list for each row, once it has so many rows. */
export async function rowsOf(chart: Locator, rows: number): Promise<string[][]> {
  const body = chart.locator('tbody tr')
  await chart.locator(`tbody:has(tr:nth-child(${rows}):last-child)`).waitFor()
  return Promise.all((await body.all()).map((row) => row.locator('th, td:not(.bars-bar)').allInnerTexts()))
}

/** Shows the numbers of a chart over time. */
export async function openNumbers(chart: Locator): Promise<void> {
  await chart.getByText('显示数据').click()
  await chart.getByRole('table').waitFor()
}

/** What the columns of a table of numbers add up to, without the first one. */
export function sumsOf(rows: string[][]): number[] {
  const [first = []] = rows
  return first.slice(1).map((_, column) => rows.reduce((sum, row) => sum + numberOf(row[column + 1] ?? ''), 0))
}

export const numberOf = (text: string): number => Number(text.replaceAll(',', ''))
