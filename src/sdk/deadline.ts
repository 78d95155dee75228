import type { Call } from './operation.js'
import { TimedOut } from './problems.js'
import { newRequestId } from './request-id.js'
import { reasonOf } from './wait.js'

const DEFAULT_TIMEOUT = 60_000
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Runs `work` with the call and a signal that ends it: when the caller's own is aborted, or after its `timeout`. Rejects at
 * that moment with the caller's reason or `TimedOut`. (`AbortSignal.any` and `AbortSignal.timeout` are not everywhere.)
 */
export async function withDeadline<T>(work: (call: Call) => Promise<T>, given: Call): Promise<T> {
  const { signal: outer, timeout = DEFAULT_TIMEOUT } = given
  if (outer?.aborted) throw reasonOf(outer)
  const controller = new AbortController()
  const call: Call = { ...given, signal: controller.signal, requestId: newRequestId() }
  let stop = (): void => {}
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      reject(reason as Error)
      controller.abort()
    }
    const abort = (): void => end(outer && reasonOf(outer))
    const limited = timeout > 0 && timeout <= LONGEST_TIMER
    const timer = limited ? setTimeout(() => end(new TimedOut(timeout, call.requestId)), timeout) : undefined
    outer?.addEventListener('abort', abort)
    stop = () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
  })
  return Promise.race([work(call), ended]).finally(stop)
}
