import type { Context } from 'koa'
import type { Caller } from '../accounts/caller.js'
import type { Token } from '../tokens/token.js'

/** What the middleware of one request leaves for what follows it. */
export interface RequestState {
  requestId: string
  api?: string
  operationId?: string | undefined
  /** The status of the contract, where HTTP shows another. */
  status?: number
  caller?: Caller
  token?: Token
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** The state of a request, which Koa leaves untyped. */
export function stateOf(ctx: Context): RequestState {
  return ctx.state as RequestState
}

/** One part of the work on a request of an API. It throws what keeps the following ones from running. */
export type ApiMiddleware = (ctx: ApiContext) => Promise<void> | void

export type ApiContext = Context & {
  state: RequestState
  params?: Record<string, string>
  request: { body?: unknown }
}
