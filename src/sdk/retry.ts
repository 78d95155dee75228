import type { Reply } from './operation.js'
import type { Retry } from './options.js'
import { NetworkError, type UnexpectedAnswer } from './problems.js'
import { wait } from './wait.js'

export type Outcome = Reply | UnexpectedAnswer | NetworkError

/** The request may have been carried out, or may be later. */
const UNCERTAIN = [408, 502, 503, 504]

/**
 * Sends, and sends again while the outcome is one that passes and the bounds of `retry` allow. After 429 nothing was carried
 * out; all else is repeated only where that does no harm.
 */
export async function sendWithRetries(
  send: () => Promise<Outcome>,
  repeatable = false,
  retry: Retry | undefined,
  signal?: AbortSignal
): Promise<Reply> {
  const { times = 2, seconds = 30 } = retry ?? { times: 0 }
  let waited = 0
  for (let tried = 0; ; tried++) {
    const outcome = await send()
    const after = outcome instanceof NetworkError ? undefined : retryAfterSeconds(outcome.headers)
    const pause = after ?? 2 ** tried
    waited += pause
    if (tried >= times || waited > seconds || signal?.aborted || !passes(outcome, repeatable)) {
      if (outcome instanceof Error) throw outcome
      return outcome
    }
    // Clients that were refused at one moment come back at different ones.
    await wait(pause * (after === undefined ? 0.5 + Math.random() / 2 : 1 + Math.random() / 10), signal)
  }
}

function passes(outcome: Outcome, repeatable: boolean): boolean {
  if (outcome instanceof NetworkError) return repeatable
  return outcome.status === 429 || (repeatable && UNCERTAIN.includes(outcome.status))
}

/** `Retry-After`, which counts seconds or names a date; undefined where there is none to go by. */
function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')
  if (value === null) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
