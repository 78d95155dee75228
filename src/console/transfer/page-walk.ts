import type { Page } from '../lists/page.ts'
import { problemOf } from '../session/problem.ts'
import { untilOnline, wait } from '../session/wait.ts'

/** As many rows as one page may have, in all contracts. */
const SIZE = 1000
/** Where a busy server does not say when it may be called again. */
const DEFAULT_WAIT_SECONDS = 5

/** Reads one page, from 1. It throws what `session.call` throws. */
export type ReadPage<Row> = (page: number, size: number, signal: AbortSignal) => Promise<Page<Row>>

/** The pages of a list one after another. A page that could not be read is read by the next call. */
export interface PageWalk<Row> {
  /** Undefined after the last page. */
  next(signal: AbortSignal): Promise<Page<Row> | undefined>
}

/**
 * A row that is added before the others while they are read moves each of them on: those that the last page had already
 * are left out.
 */
export function walkPages<Row>(read: ReadPage<Row>, keyOf: (row: Row) => string): PageWalk<Row> {
  let page = 1
  let isLast = false
  let known = new Set<string>()
  return {
    async next(signal) {
      if (isLast) return undefined
      const { rows, total } = await readPatiently(() => read(page, SIZE, signal), signal)
      const fresh = rows.filter((row) => !known.has(keyOf(row)))
      known = new Set(rows.map(keyOf))
      isLast = rows.length < SIZE
      page += 1
      return { rows: fresh, total }
    }
  }
}

/** Waits while the server is busy or cannot be reached. */
async function readPatiently<Result>(read: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    await untilOnline(signal)
    signal.throwIfAborted()
    try {
      return await read()
    } catch (error) {
      const { kind, status, retryAfter = DEFAULT_WAIT_SECONDS } = problemOf(error)
      const isBusy = status === 429 || status === 503
      if (!isBusy && kind !== 'network') throw error
      if (isBusy) await wait(retryAfter, signal)
    }
  }
}
