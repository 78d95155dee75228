import type { SessionListener } from './listeners.js'
import type { Call, Operation, Reply } from './operation.js'
import type { OwnSessions } from './own-sessions.js'
import type { Renewal } from './renewal.js'
import type { Send } from './send.js'
import { forget, inTurn, tokenOf, type TokenStore } from './store.js'
import { tokenIn } from './token.js'

/** The session of a client. `List`, `End` and `EndOthers` are the answers about sessions of the account. */
export interface Session<List = unknown, End = unknown, EndOthers = unknown> {
  /** Where the token is kept. */
  readonly tokens: TokenStore
  /** Calls the listener when a session is opened, renewed or ended, by any client or tab, until the returned function is called. */
  onSession(listener: SessionListener): () => void
  /** Where the caller's account is logged in. */
  readonly sessions: OwnSessions<List, End, EndOthers>
}

/**
 * Calls operations with the token in the store, and keeps the store in step with the answers: what opens a session fills
 * it; what closes one, and a 401 that no renewal helps, clears it. `common` are the statuses that say nothing about the token.
 */
export function createSession(
  tokens: TokenStore,
  renewal: Renewal | undefined,
  common: readonly number[],
  send: Send
): (operation: Operation, call: Call) => Promise<Reply> {
  const drop = (token: string): Promise<void> => inTurn(tokens, () => forget(tokens, token))

  /** After a 401 for this token: the one to try again with, or the reply where it cannot be renewed now. */
  async function replacement(token: string): Promise<string | Reply | undefined> {
    const reply = renewal ? await renewal.renew(token) : await drop(token)
    if (reply && common.includes(reply.status)) return reply
    const fresh = await tokenOf(tokens)
    return fresh === token ? undefined : fresh
  }

  return async (operation, call) => {
    if (operation.renews !== undefined && renewal !== undefined) return renewal.byHand(call)
    let token = operation.secured ? await presentToken(tokens, renewal) : undefined
    let reply = await send(operation, call, token)
    if (reply.status === 401 && token !== undefined) {
      const fresh = await replacement(token)
      if (typeof fresh === 'object') return fresh
      if (fresh !== undefined) {
        reply = await send(operation, call, (token = fresh))
        if (reply.status === 401) await drop(token)
      }
    }
    if (reply.ok) await keep(tokens, operation, reply.body, token)
    return reply
  }
}

async function presentToken(tokens: TokenStore, renewal: Renewal | undefined): Promise<string | undefined> {
  const token = await tokenOf(tokens)
  if (token === undefined || renewal === undefined) return token
  await renewal.renewAhead(token)
  return tokenOf(tokens)
}

/** What the success of an operation does to the session that had this token. */
async function keep(
  tokens: TokenStore,
  { opens, closes }: Operation,
  body: unknown,
  token: string | undefined
): Promise<void> {
  if (opens !== undefined) await inTurn(tokens, async () => tokens.set(tokenIn(body, opens), 'opened'))
  if (closes) await inTurn(tokens, () => forget(tokens, token))
}
