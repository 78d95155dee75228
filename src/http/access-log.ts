import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'

export interface AnsweredRequest {
  api: string
  operationId: string
  status: number
  seconds: number
}

/** In place of the API or operation of a request that reached none. */
const NONE = 'none'
const REQUEST_ID = /^[\w.:-]{1,64}$/

/**
 * Gives every request an id (the caller's `X-Request-Id` where it is sane), logs one line when it is answered, and tells
 * `observe` of it.
 */
export function accessLog(log: Logger, observe: (request: AnsweredRequest) => void): Middleware {
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id')
    const requestId = REQUEST_ID.test(given) ? given : randomUUID()
    const start = performance.now()
    ctx.state.requestId = requestId
    ctx.set('X-Request-Id', requestId)
    ctx.res.once('close', () => {
      const durationMs = performance.now() - start
      const { api, operationId } = ctx.state
      const { method, status } = ctx
      const complete = ctx.res.writableFinished
      log.info({ requestId, api, operationId, method, status, durationMs, complete }, 'request')
      observe({ api: api ?? NONE, operationId: operationId ?? NONE, status, seconds: durationMs / 1000 })
    })
    await next()
  }
}
