import { withDeadline } from './deadline.js'
import type { Call, Operation, Reply } from './operation.js'
import type { Send } from './send.js'
import { forget, holds, inTurn, tokenOf, type TokenStore } from './store.js'
import { endsSoon, tokenIn } from './token.js'
import { wait } from './wait.js'

const LOOKS = 10

/** Renews the token of a session. */
export interface Renewal {
  /** Exchanges the present token for a caller of the operation. */
  byHand(call: Call): Promise<Reply>
  /** Exchanges `token` once for all that want it; the reply, or undefined where another has replaced it already. */
  renew(token: string): Promise<Reply | undefined>
  /** Renews `token` when it ends soon, and leaves it as it is where that is not possible now. */
  renewAhead(token: string): Promise<void>
}

type Exchange = (call: Call, token: string | undefined) => Promise<Reply>

/** For an API that has an operation which renews. `common` are the statuses that say nothing about the token. */
export function createRenewal(
  operations: Operation[],
  tokens: TokenStore,
  send: Send,
  common: readonly number[],
  timeout: number | undefined
): Renewal | undefined {
  for (const operation of operations) {
    const { renews } = operation
    if (renews === undefined) continue
    const exchange: Exchange = async (call, token) => {
      const reply = await send(operation, call, token)
      if (reply.ok) {
        // Who logged out or in meanwhile is not to be overruled.
        if (await holds(tokens, token)) await tokens.set(tokenIn(reply.body, renews), 'renewed')
      } else if (!common.includes(reply.status)) {
        if (!tokens.exclusively) await untilReplaced(tokens, token)
        await forget(tokens, token)
      }
      return reply
    }
    return renewalBy(exchange, tokens, timeout)
  }
  return undefined
}

function renewalBy(exchange: Exchange, tokens: TokenStore, timeout: number | undefined): Renewal {
  let renewing: Promise<Reply | undefined> | undefined

  function renew(token: string): Promise<Reply | undefined> {
    renewing ??= inTurn(tokens, async () =>
      (await holds(tokens, token)) ? withDeadline((call) => exchange(call, token), { timeout }) : undefined
    ).finally(() => (renewing = undefined))
    return renewing
  }
  return {
    byHand: (call) => inTurn(tokens, async () => exchange(call, await tokenOf(tokens))),
    renew,
    async renewAhead(token) {
      if (endsSoon(token)) await renew(token).catch(() => {})
    }
  }
}

/** Another tab may have been faster: its new token is about to be in the store. */
async function untilReplaced(tokens: TokenStore, token: string | undefined): Promise<void> {
  for (let look = 0; look < LOOKS && (await holds(tokens, token)); look++) await wait(1 / LOOKS)
}
