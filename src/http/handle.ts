import type { RealmContext } from '../accounts/realm-context.js'
import type { Api, Call, Reply } from './api.js'
import type { ResponseCheck } from './check-response.js'
import type { Operation } from './contract.js'
import { respond } from './respond.js'
import type { Step } from './state.js'

/** The step that has the operation's handler answer. Throws at start when there is none. */
export function handleStep(
  handlers: Api['handlers'],
  context: RealmContext,
  operation: Operation,
  check?: ResponseCheck
): Step {
  const handler = handlers[operation.operationId ?? '']
  if (handler === undefined) throw new Error(`no handler for ${operation.operationId}`)
  return async (ctx) => {
    const { path, query, body, caller, token, requestId } = ctx.state
    const call = { path, query, body, caller, token, reply }
    const origin = { actor: caller?.account ?? null, address: ctx.ip, requestId }
    respond(ctx, await handler(call as unknown as Call<unknown, never>, { ...context, origin } as never), check)
  }
}

function reply(status: number, body: unknown, headers: Record<string, string | number> = {}): Reply {
  return { status, body, headers }
}
