import type { IncomingMessage } from 'node:http'
import cors from '@koa/cors'
import compose from 'koa-compose'
import Koa, { type Context, type Middleware } from 'koa'
import type { Logger } from 'pino'
import { accessLog, type AnsweredRequest } from '../http/access-log.js'
import { healthRoutes, type Health } from '../http/health.js'
import { plainProblem, type ProblemTable } from '../http/problems.js'
import { flawOf } from '../http/request-flaws.js'
import { respond } from '../http/respond.js'
import { STANDING_HEADERS } from '../http/standing-headers.js'
import { stateOf } from '../http/state.js'

/** A client that hangs up in the middle of a request or an answer, or that is too slow, is no error of the server. */
const CLIENT_GONE = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|ERR_HTTP_REQUEST_TIMEOUT|HPE_\w+)$/

export interface Mount {
  basePath: string
  router: Middleware
  problems: ProblemTable
}

export interface AppSettings {
  mounts: Mount[]
  documentation?: Middleware | undefined
  health: Health
  log: Logger
  trustedProxies: number
  /** Told of every request that was answered. */
  observe: (request: AnsweredRequest) => void
  isDraining: () => boolean
}

const UNTRUSTED_PROXY =
  'X-Forwarded-For arrives and TRUSTED_PROXIES is 0: where a proxy sets it, all clients count as one address; set TRUSTED_PROXIES'
const METHODS = 'GET,HEAD,OPTIONS,POST,PUT,PATCH,DELETE'
const STANDING = Object.entries(STANDING_HEADERS)
/** Seconds that a browser may keep the answer to a preflight: as long as any browser does. */
const PREFLIGHT_SECONDS = 7_200

/** The Koa application around the routers of all APIs: access log, CORS, health, and the answer for a path of none of them. */
export function createApp(settings: AppSettings): Koa {
  const { mounts, documentation = pass, health, log, trustedProxies, observe, isDraining } = settings
  const app = new Koa({ proxy: trustedProxies > 0, maxIpsCount: trustedProxies })
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!CLIENT_GONE.test(error.code ?? '')) log.error({ err: error }, 'internal error')
  })
  const beside = compose([healthRoutes(health), documentation, (ctx) => respond(ctx, plainProblem(404))])
  const preflight = cors({ origin: '*', allowMethods: METHODS, maxAge: PREFLIGHT_SECONDS })
  const begin = accessLog(log, observe)
  let watchesProxies = trustedProxies === 0
  // One function, for each one more around the others costs every request.
  app.use(async (ctx, next) => {
    begin(ctx)
    if (watchesProxies && ctx.req.headers['x-forwarded-for'] !== undefined) {
      watchesProxies = false
      log.warn(UNTRUSTED_PROXY)
    }
    // As a list made once: making it of the object for each request takes longer than setting the headers.
    for (const [name, value] of STANDING) ctx.res.setHeader(name, value)
    // Koa's context would hand each of them on by its name, which costs several times as much.
    const { method } = ctx.request
    if (!hasPath(ctx.req)) return refuse(ctx, undefined, 'not a URL')
    const mount = findMount(mounts, ctx.request.path)
    const flaw = flawOf(ctx.req)
    if (flaw !== undefined) return refuse(ctx, mount, flaw)
    const answer = mount?.router ?? beside
    try {
      await (method === 'OPTIONS' ? preflight(ctx, () => answer(ctx, next) as Promise<void>) : answer(ctx, next))
    } catch (error) {
      // Koa answers what nobody caught, with the headers of the error alone.
      if (error instanceof Error)
        Object.assign(error, { headers: { ...STANDING_HEADERS, 'X-Request-Id': stateOf(ctx).requestId } })
      throw error
    }
    // Clients and balancers that keep connections open move on to another replica, those of requests in flight too.
    if (isDraining()) ctx.set('Connection', 'close')
  })
  return app
}

const pass: Middleware = (_, next) => next()

export function findMount(mounts: Mount[], path: string): Mount | undefined {
  return mounts.find(({ basePath }) => isBelow(basePath, path))
}

/** Whether Koa can read the path: a proxy may send a whole URL instead, which may be none. */
function hasPath({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/') || url === '*' || URL.canParse(url)
}

function refuse(ctx: Context, mount: Mount | undefined, message: string): void {
  // The body of the request, if there is one, is nobody's to read.
  ctx.set('Connection', 'close')
  respond(ctx, mount?.problems.malformed({ message }, undefined) ?? plainProblem(400))
}

export function isBelow(basePath: string, path: string): boolean {
  return path.startsWith(basePath) && (path.length === basePath.length || path[basePath.length] === '/')
}
