import type { Middleware } from 'koa'
import { isReading, onlyRead } from './problems.js'
import { respond } from './respond.js'

export interface Health {
  /** Undefined when the server can do its work, else the reason why not. */
  notReady(): Promise<string | undefined>
}

const LIVE = '/health/live'
const READY = '/health/ready'

/** `GET /health/live`: the process answers. `GET /health/ready`: 200, or 503 with the reason. */
export function healthRoutes(health: Health): Middleware {
  return async (ctx, next) => {
    const { path, method } = ctx
    if (path !== LIVE && path !== READY) return next() as Promise<void>
    if (!isReading(method)) return respond(ctx, onlyRead)
    if (path === LIVE) return respond(ctx, { status: 200, body: { status: 'live' } })
    const reason = await health.notReady()
    const ready = { status: 200, body: { status: 'ready' } }
    respond(ctx, reason === undefined ? ready : { status: 503, body: { status: 'not ready', reason } })
  }
}
