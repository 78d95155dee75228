import { problemOf } from '../session/problem.ts'
import { untilOnline, wait } from '../session/wait.ts'

/** Sends one call among others; false when it was stopped before it was sent. It throws what the call throws. */
export type Pace = (call: () => Promise<unknown>) => Promise<boolean>

/**
 * Lets calls wait for a busy server together: after 429 or 503 none is sent for as long as the server says, and none while
 * it cannot be reached. What was refused with 429 is sent again; of what was answered with 503 it is not known whether it
 * was carried out.
 */
export function createPace(signal: AbortSignal): Pace {
  let pause = Promise.resolve()
  return async (call) => {
    for (;;) {
      await pause
      await untilOnline(signal)
      if (signal.aborted) return false
      try {
        await call()
        return true
      } catch (error) {
        const { status, retryAfter } = problemOf(error)
        const isBusy = (status === 429 || status === 503) && retryAfter !== undefined
        if (isBusy) pause = wait(retryAfter, signal)
        if (!isBusy || status === 503) throw error
      }
    }
  }
}
