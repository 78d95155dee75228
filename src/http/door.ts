import Router from '@koa/router'
import compose from 'koa-compose'
import type { Context, Middleware } from 'koa'
import type { Logger } from 'pino'
import type { RealmContext } from '../accounts/realm-context.js'
import type { Api, Call, OperationHandler, Reply } from './api.js'
import { clientAddress } from './address.js'
import { authenticateStep, authoriseStep, type Authenticator } from './authenticate.js'
import { bodyStep } from './body.js'
import { createResponseCheck, type ResponseCheck } from './check-response.js'
import type { Contract, Operation } from './contract.js'
import { routePath, settableProperties } from './options.js'
import { decodePercent } from './percent.js'
import { describeProblem, HttpProblem } from './problems.js'
import { respond } from './respond.js'
import type { Step } from './state.js'
import { validateStep } from './validate.js'

export interface DoorSettings {
  contract: Contract
  api: Api
  context: RealmContext
  authenticator: Authenticator
  log: Logger
  /** Checks every response against the contract; a violation becomes a fault. */
  checkResponses: boolean
}

/** One API as Koa middleware: its errors, its routes, and an answer for every path below its base paths. */
export function createDoor(settings: DoorSettings): Middleware {
  const { contract, api } = settings
  const router = new Router({ sensitive: true, strict: true })
  /** Routes of paths without parameters, which need no matching. */
  const plain = new Map<string, Middleware>()
  const checks = new Map<string, ResponseCheck>()
  for (const operation of contract.operations) {
    const handler = api.handlers[operation.operationId ?? '']
    if (handler === undefined) throw new Error(`no handler for ${operation.operationId}`)
    if (settings.checkResponses) checks.set(operation.operationId!, createResponseCheck(contract, operation))
    const chain = stepsOf(settings, operation, handler, checks.get(operation.operationId!))
    router.register(routePath(operation.path), [operation.method], chain as never)
    if (!operation.path.includes('{')) {
      plain.set(`${operation.method.toUpperCase()} ${operation.path}`, compose(chain as Middleware[]))
    }
  }
  const routed = router.routes() as Middleware
  return compose([
    errorStep(settings, checks),
    encodingStep,
    (ctx, next) => (plain.get(`${ctx.method} ${ctx.path}`) ?? routed)(ctx, next),
    fallbackStep(contract, router)
  ])
}

function stepsOf(
  settings: DoorSettings,
  operation: Operation,
  handler: OperationHandler<unknown, never>,
  check?: ResponseCheck
): Step[] {
  const { api, contract, authenticator } = settings
  const steps = [
    nameStep(api.realm.name, operation),
    bodyStep(operation),
    authenticateStep(contract, operation, authenticator),
    authoriseStep(operation),
    validateStep(contract, operation),
    handleStep(settings, handler, check)
  ]
  return steps.filter((step) => step !== undefined)
}

function nameStep(api: string, operation: Operation): Step {
  return (ctx, next) => {
    ctx.state.api = api
    ctx.state.operationId = operation.operationId
    return next()
  }
}

function handleStep({ context }: DoorSettings, handler: OperationHandler<unknown, never>, check?: ResponseCheck): Step {
  return async (ctx) => {
    const { path, query, body, caller, token, requestId } = ctx.state
    const call = { path, query, body, caller, token, reply }
    const origin = { actor: caller?.account ?? null, address: clientAddress(ctx.ip), requestId }
    respond(ctx, await handler(call as unknown as Call<unknown, never>, { ...context, origin } as never), check)
  }
}

function reply(status: number, body: unknown, headers: Record<string, string | number> = {}): Reply {
  return { status, body, headers }
}

function errorStep({ api, log }: DoorSettings, checks: Map<string, ResponseCheck>): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const { operationId, requestId } = ctx.state
      const { fault, ...response } = describeProblem(api.problems, error, operationId)
      if (fault !== undefined) log.error({ err: fault, requestId, operationId }, 'fault')
      else if (response.status === 503) log.warn({ err: error, requestId, operationId }, 'unavailable')
      try {
        respond(ctx, response, checks.get(operationId))
      } catch (violation) {
        log.error({ err: violation, requestId, operationId }, 'fault')
        respond(ctx, api.problems.fault({}, operationId))
      }
    }
  }
}

/** Koa hands on a path with a broken `%` as it is; nothing behind this step has to think of one. */
const encodingStep: Middleware = (ctx, next) => {
  decodePercent(ctx.url)
  return next()
}

function fallbackStep(contract: Contract, router: Router): Middleware {
  return (ctx: Context) => {
    const layers = router.match(ctx.path, ctx.method).path
    const methods = layers.flatMap((layer) => layer.methods)
    if (methods.length === 0) throw new HttpProblem('path-unknown', {})
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    if (ctx.method !== 'OPTIONS') throw new HttpProblem('method-not-allowed', { allow })
    const paths = layers.map((layer) => layer.path)
    respond(ctx, { status: 200, body: settableProperties(contract, paths as string[]), headers: { Allow: allow } })
  }
}
