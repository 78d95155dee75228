import type { Call, Operation, Reply } from './operation.js'
import { at } from './pointer.js'
import type { TokenStore } from './store.js'
import { unlessAborted, wait } from './wait.js'

type Send = (operation: Operation, input: Call, token: string | undefined) => Promise<Reply>

const RENEWAL_MS = 30_000
const LOOKS = 10

const succeeded = ({ status }: Reply): boolean => status < 300

/** The token in a body, without the word that the server may have put before it. */
const tokenIn = (body: unknown, pointer: string): string => String(at(body, pointer)).replace(/^bearer /i, '')

/**
 * Calls operations with the token in the store, and keeps the store in step with the answers: what opens a session fills
 * it, what closes one clears it. Where the API has a `renewal`, a call that is answered with 401 renews the token, once for
 * all calls that wait for it, and is sent once more. `common` are the statuses that say nothing about the token.
 */
export function createSession(
  tokens: TokenStore,
  renewal: Operation | undefined,
  common: readonly number[],
  send: Send
): (operation: Operation, input?: Call) => Promise<Reply> {
  let renewing: Promise<Reply | undefined> | undefined

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => (tokens.exclusively ? tokens.exclusively(work) : work())
  const holds = async (token: string | undefined): Promise<boolean> => (await tokens.get()) === token

  async function forget(token: string | undefined): Promise<void> {
    if (await holds(token)) await tokens.clear()
  }

  /** Another tab may have been faster: its new token is about to be in the store. */
  async function untilReplaced(token: string | undefined): Promise<void> {
    for (let look = 0; look < LOOKS && (await holds(token)); look++) await wait(1 / LOOKS)
  }

  async function exchange(operation: Operation, input: Call, token: string | undefined): Promise<Reply> {
    const reply = await send(operation, input, token)
    if (succeeded(reply)) {
      // Who logged out or in meanwhile is not to be overruled.
      if (await holds(token)) await tokens.set(tokenIn(reply.body, operation.renews!))
    } else if (!common.includes(reply.status)) {
      if (!tokens.exclusively) await untilReplaced(token)
      await forget(token)
    }
    return reply
  }

  /** Renews this token unless that has been done: the answer to the exchange, if there was one. */
  function renew(operation: Operation, token: string): Promise<Reply | undefined> {
    renewing ??= inTurn(async () =>
      (await holds(token)) ? exchange(operation, { signal: AbortSignal.timeout(RENEWAL_MS) }, token) : undefined
    ).finally(() => (renewing = undefined))
    return renewing
  }

  return async (operation, input = {}) => {
    if (operation.renews !== undefined) {
      return inTurn(async () => exchange(operation, input, await tokens.get()))
    }
    let token = operation.secured ? await tokens.get() : undefined
    let reply = await send(operation, input, token)
    if (reply.status === 401 && token !== undefined && renewal !== undefined) {
      const renewed = await unlessAborted(renew(renewal, token), input.signal)
      if (renewed !== undefined && common.includes(renewed.status)) return renewed
      const fresh = await tokens.get()
      if (fresh !== undefined && fresh !== token) {
        token = fresh
        reply = await send(operation, input, token)
      }
    }
    const { opens, closes } = operation
    if (opens !== undefined && succeeded(reply)) await inTurn(async () => tokens.set(tokenIn(reply.body, opens)))
    if (closes && (succeeded(reply) || reply.status === 401)) await inTurn(() => forget(token))
    return reply
  }
}
