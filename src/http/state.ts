import type { Context } from 'koa'
import type { Caller } from '../accounts/caller.js'
import type { Token } from '../tokens/token.js'

/** What the steps of one request leave for the next ones. */
export interface RequestState {
  requestId: string
  /** Name of the API's contract. */
  api?: string
  operationId?: string
  caller?: Caller
  token?: Token
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** One of the things that are done for a request, in turn. It throws what keeps the next ones from being done. */
export type Step = (ctx: StepContext) => Promise<void> | void

export type StepContext = Context & {
  state: RequestState
  params?: Record<string, string>
  request: { body?: unknown }
}
