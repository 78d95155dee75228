import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'

/** Milliseconds of statements after which other requests have their turn. */
const MOST_MS = 5

/** The embedded database works in the event loop, and a statement may begin as soon as the one before it has ended. */
export function giveTurnsBetweenStatements(lite: PGlite): void {
  const execute = lite.execProtocolStream.bind(lite)
  let worked = 0
  lite.execProtocolStream = async (message, options) => {
    if (worked > MOST_MS) {
      worked = 0
      await nextTurn()
    }
    const from = performance.now()
    try {
      return await execute(message, options)
    } finally {
      worked += performance.now() - from
    }
  }
}
