import type Koa from 'koa'
import type { Middleware } from 'koa'
import { apisOf } from '../apis/index.js'
import type { RealmName } from '../config/realm-names.js'
import { createCallerLoader } from '../accounts/caller.js'
import { createWriteLimit } from '../accounts/limits/write-limit.js'
import { isMigrated } from '../database/migrations/migrate.js'
import { realmContext, type Context } from './context.js'
import { documentation } from './documentation.js'
import { createApp, findMount, isBelow, type Mount } from './app.js'
import type { Api } from '../http/api.js'
import { loadContract, type Contract } from '../http/contract.js'
import { createApiRouter, type ApiRouterSettings } from '../http/api-router.js'
import { envelopeProblems } from '../http/envelope.js'
import { handleMiddleware } from '../http/handle.js'
import { keySetDocument } from '../http/key-set-route.js'
import type { WriteLimits } from '../http/limit-writes.js'
import { answerUnreadable, type UnreadableHandler } from '../http/unreadable.js'
import { passwordFormats } from '../passwords/rules.js'
import { keySet } from '../tokens/key-set.js'
import { createTokenVerifier } from '../tokens/verifier.js'

export interface ServerParts {
  app: Koa
  unreadable: UnreadableHandler
}

type Handle = ApiRouterSettings['handle']

/** What another program, such as the mock, puts around the server of an API. */
export interface ApiWrapper {
  /** Around what has the handlers answer. */
  handle(handle: Handle, api: Api, contract: Contract): Handle
  router(router: Middleware, api: Api): Middleware
}

const unwrapped: ApiWrapper = { handle: (handle) => handle, router: (router) => router }

export async function createServer(context: Context, wrapper: ApiWrapper = unwrapped): Promise<ServerParts> {
  const { config, log, metrics } = context
  const mounts: Mount[] = []
  for (const name of config.apis) mounts.push(...(await mountsOf(context, name, wrapper)))
  const app = createApp({
    mounts,
    documentation: documentation(config, log),
    health: { notReady: () => notReady(context) },
    log,
    trustedProxies: config.trustedProxies,
    observe: metrics.observe,
    isDraining: () => context.draining
  })
  return { app, unreadable: answerUnreadable((path) => findMount(mounts, path)?.problems, log) }
}

async function notReady({ draining, database }: Context): Promise<string | undefined> {
  if (draining) return 'the server is stopping'
  try {
    return (await isMigrated(database.db)) ? undefined : 'the database is not migrated'
  } catch {
    return 'the database does not answer'
  }
}

async function mountsOf(context: Context, name: RealmName, wrapper: ApiWrapper): Promise<Mount[]> {
  const { config, log, telemetry } = context
  const api = apisOf(config)[name]
  const { realm, problems, handlers, envelope } = api
  const contract = await loadContract(name, passwordFormats(realm.hash, config.passwordMinLength))
  const scoped = realmContext(context, realm)
  const handle: Handle = (operation, check) =>
    handleMiddleware({ handlers, context: scoped, shares: context.answerShares, envelope }, operation, check)
  const keysAt = `/${name}/.well-known/jwks.json`
  const router = createApiRouter({
    name,
    contract,
    documents: [keySetDocument(keysAt, keySet(scoped.keys))],
    problems,
    envelope,
    authenticator: {
      verify: createTokenVerifier(realm, scoped.keys),
      loadCaller: createCallerLoader(scoped.db, realm)
    },
    ...(config.writesPerAccount > 0 && { writeLimits: writeLimits(config.writesPerAccount) }),
    handle: wrapper.handle(handle, api, contract),
    log,
    traceOperation: telemetry?.tracing?.traceOperation,
    development: !config.production
  })
  const isCovered = contract.basePaths.some((basePath) => isBelow(basePath, keysAt))
  return [...contract.basePaths, ...(isCovered ? [] : [keysAt])].map((basePath) => ({
    basePath,
    router: wrapper.router(router, api),
    problems: envelopeProblems(problems, envelope)
  }))
}

function writeLimits(limit: number): WriteLimits {
  return {
    caller: createWriteLimit(limit),
    endedToken: createWriteLimit(limit),
    token: createWriteLimit(limit, ({ jti }) => jti)
  }
}
