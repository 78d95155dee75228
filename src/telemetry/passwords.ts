import type { PasswordHasher } from '../passwords/hasher.js'
import { markFailed, type Spans } from './spans.js'

/** The same hasher, with a span for the wait for a turn and one for each hash. */
export function tracePasswords(spans: Spans, hasher: PasswordHasher): PasswordHasher {
  const { hash, verify, verifyNothing } = hasher
  return {
    ...hasher,
    admit: (requester, work) => admit(spans, (admitted) => hasher.admit(requester, admitted), work),
    hash: (scheme, password) => spans.around('hash password', {}, () => hash(scheme, password)),
    verify: (stored, password) => spans.around('verify password', {}, () => verify(stored, password)),
    verifyNothing: (scheme, password) => spans.around('verify password', {}, () => verifyNothing(scheme, password))
  }
}

/** The span ends where the work begins or is refused: the work itself is not part of the wait. */
async function admit<Result>(
  spans: Spans,
  take: (work: () => Promise<Result>) => Promise<Result>,
  work: () => Promise<Result>
): Promise<Result> {
  const wait = spans.begin('wait for hashing')
  let admitted = false
  try {
    return await take(() => {
      admitted = true
      wait?.end()
      return work()
    })
  } catch (error) {
    if (!admitted && wait !== undefined) {
      markFailed(wait, error)
      wait.end()
    }
    throw error
  }
}
