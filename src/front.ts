import cors from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import type { Logger } from 'pino'
import { accessLog, type AnsweredRequest } from './http/access-log.js'
import { healthRoutes, type Health } from './http/health.js'
import { plainProblem } from './http/problems.js'
import { respond } from './http/respond.js'

/** A client that hangs up in the middle of a request or an answer, or that is too slow, is no fault of ours. */
const CLIENT_GONE = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|ERR_HTTP_REQUEST_TIMEOUT|HPE_\w+)$/

export interface Mount {
  basePath: string
  door: Middleware
}

export interface FrontSettings {
  mounts: Mount[]
  /** Served beside them; undefined: none is. */
  documentation?: Middleware
  health: Health
  log: Logger
  trustedProxies: number
  /** Told of every request that was answered. */
  observe(request: AnsweredRequest): void
  /** Whether the server is about to stop. */
  isDraining(): boolean
}

const METHODS = 'GET,HEAD,OPTIONS,POST,PUT,DELETE'
const EXPOSED_HEADERS = 'X-Total-Count,X-Request-Id,Retry-After'
const CROSS_ORIGIN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED_HEADERS }

/** What stands before the doors of all APIs: access log, CORS, health, and the answer for a path of none of them. */
export function createFront(settings: FrontSettings): Koa {
  const { mounts, documentation, health, log, trustedProxies, observe, isDraining } = settings
  const app = new Koa({ proxy: trustedProxies > 0, maxIpsCount: trustedProxies })
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!CLIENT_GONE.test(error.code ?? '')) log.error({ err: error }, 'fault')
  })
  app.use(async (ctx, next) => {
    await next()
    // Clients and balancers that keep connections open move on to another replica, those of requests in flight too.
    if (isDraining()) ctx.set('Connection', 'close')
  })
  app.use(accessLog(log, observe))
  const preflight = cors({ origin: '*', allowMethods: METHODS })
  app.use(async (ctx, next) => {
    ctx.set(CROSS_ORIGIN)
    try {
      await (ctx.method === 'OPTIONS' ? preflight(ctx, next) : next())
    } catch (error) {
      // Koa answers what nobody caught, with the headers of the error alone.
      if (error instanceof Error) Object.assign(error, { headers: CROSS_ORIGIN })
      throw error
    }
  })
  app.use(healthRoutes(health))
  if (documentation !== undefined) app.use(documentation)
  app.use((ctx, next) => {
    const { path } = ctx
    const mount = mounts.find(({ basePath }) => path === basePath || path.startsWith(`${basePath}/`))
    if (mount !== undefined) return mount.door(ctx, next)
    respond(ctx, plainProblem(404))
  })
  return app
}
