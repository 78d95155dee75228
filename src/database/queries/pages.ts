import type { PageNumber } from './lists.js'
import type { BatchStatement } from './batch-statement.js'

/** One page of a list, or of the part of it whose columns have the values `where`. */
export interface PageKey extends PageNumber {
  where?: Record<string, string | number>
}

/** The input of a page: how many rows, behind how many. */
export const PAGE_COLUMNS = { size: 'integer', skip: 'bigint' }

/** Calls that are under way together; unlike look-ups of single rows they are work for more than one core. */
const AT_ONCE = 4
/** Milliseconds that a call takes before it is thought to hang. */
const PATIENCE_MS = 500
/** Rows that one call asks for, unless one page alone has more. */
const MOST_ROWS = 1_000

interface PageStatement {
  name: string
  text: string
  /** Columns of the keys' `where`, in the order of their parameters. */
  where?: string[]
  /** What a page costs, in rows that are read. Its size, where none are stepped over. */
  cost?: (page: PageNumber) => number
}

/** A statement that reads pages of one list; its input is `PAGE_COLUMNS` and the columns `where`, in this order. */
export function pageStatement<Row>({
  name,
  text,
  where = [],
  cost = ({ size }) => size
}: PageStatement): BatchStatement<PageKey, Row> {
  return {
    name,
    text,
    heavy: true,
    columns: (pages) => [
      pages.map(({ size }) => size),
      pages.map(({ page, size }) => (page - 1) * size),
      ...where.map((column) => pages.map((page) => page.where?.[column]))
    ],
    alike: ({ page, size, where }) => JSON.stringify([page, size, where]),
    atOnce: AT_ONCE,
    patience: PATIENCE_MS,
    share: (page) => cost(page) / MOST_ROWS
  }
}

/** The rows of a page, and what its first row tells of it: a page behind the last one is one row whose id is null. */
export function foundPage<Row extends { id: unknown }>(rows: Row[]): { of: Row; rows: Row[] } {
  const [first] = rows
  if (first === undefined) throw new Error('a statement of pages gave no row for a page')
  return { of: first, rows: first.id === null ? [] : rows }
}
