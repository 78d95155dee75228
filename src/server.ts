import cors from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import { apis } from './apis/index.js'
import { createCallerLoader } from './accounts/caller.js'
import { isMigrated } from './database/migrate.js'
import { realmContext, type Context } from './context.js'
import { documentation } from './documentation.js'
import { accessLog } from './http/access-log.js'
import { loadContract } from './http/contract.js'
import { createDoor } from './http/door.js'
import { healthRoutes } from './http/health.js'
import { plainProblem } from './http/problems.js'
import { respond } from './http/respond.js'
import { passwordFormats } from './passwords/rules.js'

/** A client that hangs up in the middle of a request or an answer, or that is too slow, is no fault of ours. */
const CLIENT_GONE = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|ERR_HTTP_REQUEST_TIMEOUT|HPE_\w+)$/

interface Mount {
  basePath: string
  door: Middleware
}

const METHODS = 'GET,HEAD,OPTIONS,POST,PUT,DELETE'
const EXPOSED_HEADERS = 'X-Total-Count,X-Request-Id,Retry-After'
const CROSS_ORIGIN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED_HEADERS }

/** The Koa application with every API that the configuration names. */
export async function createServer(context: Context): Promise<Koa> {
  const { config, log } = context
  const mounts: Mount[] = []
  for (const name of config.apis) mounts.push(...(await mountsOf(context, name)))
  const app = new Koa({ proxy: config.trustedProxies > 0, maxIpsCount: config.trustedProxies })
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!CLIENT_GONE.test(error.code ?? '')) log.error({ err: error }, 'fault')
  })
  app.use(async (ctx, next) => {
    await next()
    // Clients and balancers that keep connections open move on to another replica, those of requests in flight too.
    if (context.draining) ctx.set('Connection', 'close')
  })
  app.use(accessLog(log, context.metrics.observe))
  app.use((ctx, next) => {
    // What follows sees to preflights and to other methods, but lets an OPTIONS that is no preflight go by.
    if (ctx.method === 'OPTIONS') ctx.set(CROSS_ORIGIN)
    return next()
  })
  app.use(cors({ origin: '*', allowMethods: METHODS, exposeHeaders: EXPOSED_HEADERS, keepHeadersOnError: true }))
  app.use(healthRoutes({ notReady: () => notReady(context) }))
  const docs = documentation(context)
  if (docs !== undefined) app.use(docs)
  app.use((ctx, next) => {
    const mount = mounts.find(({ basePath }) => ctx.path === basePath || ctx.path.startsWith(`${basePath}/`))
    if (mount !== undefined) return mount.door(ctx, next)
    respond(ctx, plainProblem(404))
  })
  return app
}

async function notReady({ draining, database }: Context): Promise<string | undefined> {
  if (draining) return 'the server is stopping'
  try {
    return (await isMigrated(database.db)) ? undefined : 'the database is not migrated'
  } catch {
    return 'the database does not answer'
  }
}

async function mountsOf(context: Context, name: keyof typeof apis): Promise<Mount[]> {
  const api = apis[name]
  const { config, log } = context
  const contract = await loadContract(name, passwordFormats(api.realm.hash, config.passwordMinLength))
  const scoped = realmContext(context, api.realm)
  const authenticator = { ...scoped, loadCaller: createCallerLoader(scoped.db, api.realm) }
  const door = createDoor({ contract, api, context: scoped, authenticator, log, checkResponses: !config.production })
  return contract.basePaths.map((basePath) => ({ basePath, door }))
}
