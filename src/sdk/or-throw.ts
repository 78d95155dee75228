import type { Reply } from './operation.js'
import { Refused } from './problems.js'

/** The result, when it is a success; else throws `Refused`, with its status and body. */
export function orThrow<Result extends Readonly<Reply>>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Refused(result)
  return result as Extract<Result, { ok: true }>
}
