import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import type { Logger } from 'pino'
import { stateOf } from './state.js'

export interface AnsweredRequest {
  api: string
  operationId: string
  status: number
  seconds: number
}

/** In place of the API or operation of a request that reached none. */
const NONE = 'none'
const REQUEST_ID = /^[\w.:-]{1,64}$/

/** Sets `X-Request-Id`, and logs and reports a request when it is answered. */
export function accessLog(log: Logger, observe: (request: AnsweredRequest) => void): (ctx: Context) => void {
  return (ctx) => {
    const { req, res } = ctx
    const state = stateOf(ctx)
    const start = performance.now()
    const requestId = requestIdOf(req)
    state.requestId = requestId
    res.setHeader('X-Request-Id', requestId)
    res.once('close', () => {
      // A whole number of microseconds is written in a fraction of the time.
      const durationMs = Math.round((performance.now() - start) * 1000) / 1000
      const { api, operationId } = state
      const { statusCode, writableFinished: complete } = res
      const status = state.status ?? statusCode
      log.info({ requestId, api, operationId, method: req.method, status, durationMs, complete }, 'request')
      observe({ api: api ?? NONE, operationId: operationId ?? NONE, status, seconds: durationMs / 1000 })
    })
  }
}

function requestIdOf({ headers: { 'x-request-id': given } }: IncomingMessage): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}
