import { setImmediate as nextTurn } from 'node:timers/promises'

/** Rows that are worked on in one turn of the event loop at most. */
export const ROWS_A_TURN = 125

let last: Promise<void> = Promise.resolve()

/** Resolves in a turn of the event loop of its own, so that other requests run between two pieces of long work. */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(() => nextTurn())
  return last
}
