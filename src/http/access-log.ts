import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'

const REQUEST_ID = /^[\w.:-]{1,64}$/

/** Gives every request an id (the caller's `X-Request-Id` where it is sane) and logs one line when it is answered. */
export function accessLog(log: Logger): Middleware {
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id')
    const requestId = REQUEST_ID.test(given) ? given : randomUUID()
    const start = process.hrtime.bigint()
    ctx.state.requestId = requestId
    ctx.set('X-Request-Id', requestId)
    ctx.res.once('close', () => {
      const durationMs = Number(process.hrtime.bigint() - start) / 1e6
      const { operationId } = ctx.state
      const complete = ctx.res.writableFinished
      log.info({ requestId, operationId, method: ctx.method, status: ctx.status, durationMs, complete }, 'request')
    })
    await next()
  }
}
