import { setImmediate as nextTurn } from 'node:timers/promises'

/** Rows that are worked on in one turn of the event loop at most. */
export const ROWS_A_TURN = 125

let last: Promise<void> = Promise.resolve()

/**
 * Resolves in a turn of the event loop that no other caller is given. Long work on rows waits for one before each of its
 * pieces: however many answers are made at once, other requests have their turn after each piece.
 */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(() => nextTurn())
  return last
}
