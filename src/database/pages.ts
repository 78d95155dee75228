import type { PageNumber } from './lists.js'
import type { LookUp } from './look-up.js'

/** One page of a list, or of the part of it whose columns have the values `where`. */
export interface PageKey extends PageNumber {
  where?: Record<string, string | number>
}

/** What a page is asked by: how many rows, behind how many. */
export const PAGE_COLUMNS = { size: 'integer', skip: 'bigint' }

/** Calls that are under way together; unlike look-ups of single rows they are work for more than one core. */
const AT_ONCE = 4
/** Rows that one call asks for, unless one page alone has more. */
const MOST_ROWS = 1_000

/** A statement that reads pages of one list, asked by `PAGE_COLUMNS` and the columns `where`, in this order. */
export function pageLookUp<Row>(name: string, text: string, where: string[] = []): LookUp<PageKey, Row> {
  return {
    name,
    text,
    columns: (pages) => [
      pages.map(({ size }) => size),
      pages.map(({ page, size }) => (page - 1) * size),
      ...where.map((column) => pages.map((page) => page.where?.[column]))
    ],
    alike: ({ page, size, where }) => JSON.stringify([page, size, where]),
    atOnce: AT_ONCE,
    share: ({ size }) => size / MOST_ROWS
  }
}
