import type { Middleware } from 'koa'

export interface Health {
  /** Undefined when the server can do its work, else the reason why not. */
  notReady(): Promise<string | undefined>
}

/** `GET /health/live`: the process answers. `GET /health/ready`: 200, or 503 with the reason. */
export function healthRoutes(health: Health): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/health/live') {
      ctx.body = { status: 'live' }
      return
    }
    if (ctx.path !== '/health/ready') {
      await next()
      return
    }
    const reason = await health.notReady()
    ctx.status = reason === undefined ? 200 : 503
    ctx.body = reason === undefined ? { status: 'ready' } : { status: 'not ready', reason }
  }
}
