import type { Answer, Client } from '../client.js'

export type Sending = (client: Client) => Promise<Answer>

/** Somebody who is served, and what ends that. */
export interface Session {
  /** Is answered well before the end, and `refused` after it. */
  ask: Sending
  end: Sending
  refused: 401 | 403
}

/** A way to revoke what a caller may do. Prepared once; begins any number of sessions. */
export type Way = (client: Client) => Promise<() => Promise<Session>>

/** The body of an answer that has to be good. */
export function good(answer: Answer): Answer['body'] {
  if (answer.status >= 300) throw new Error(`could not prepare: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
