import type { Context, Middleware } from 'koa'
import type { Logger } from 'pino'
import { authenticateMiddleware, authoriseMiddleware, type Authenticator } from './authenticate.js'
import { bodyMiddleware } from './body.js'
import { createResponseCheck, type ResponseCheck } from './check-response.js'
import type { Contract, Operation } from './contract.js'
import { limitWritesMiddleware, type WriteLimits } from './limit-writes.js'
import { deprecationMiddleware } from './deprecation.js'
import { decodePercent } from './percent.js'
import { DomainError } from '../domain-error.js'
import type { Envelope } from './envelope.js'
import { nameFields } from './labels.js'
import { describeProblem, type ProblemTable } from './problems.js'
import { respond } from './respond.js'
import { routesMiddleware, type Document } from './routes.js'
import { stateOf, type ApiMiddleware } from './state.js'
import { validateMiddleware } from './validate.js'

/** What answers an operation, with a span around it. */
export type TraceOperation = (api: string, operation: Operation, answer: Middleware) => Middleware

export interface ApiRouterSettings {
  name: string
  contract: Contract
  /** What it has to read beside the operations. */
  documents?: Document[]
  problems: ProblemTable
  envelope?: Envelope | undefined
  authenticator: Authenticator
  writeLimits?: WriteLimits
  /** The last middleware of an operation, which answers. */
  handle(operation: Operation, check?: ResponseCheck): ApiMiddleware
  log: Logger
  /** Puts a span around an operation of the API. */
  traceOperation?: TraceOperation | undefined
  /** In development every response is checked against the contract, where a violation becomes an internal error, and the log names the fields that are refused. */
  development: boolean
}

interface CheckedOperation {
  operation: Operation
  check: ResponseCheck | undefined
}

/** One API as Koa middleware: its errors, its routes, and an answer for every path below its base paths. */
export function createApiRouter(settings: ApiRouterSettings): Middleware {
  const { contract, documents = [], traceOperation } = settings
  const operations = new Map<string, CheckedOperation>()
  const routes = routesMiddleware(contract, documents, (operation) => {
    const check = settings.development ? createResponseCheck(contract, operation) : undefined
    operations.set(operation.operationId, { operation, check })
    const answer = runInOrder(middlewareOf(settings, operation, check))
    return traceOperation?.(settings.name, operation, answer) ?? answer
  })
  return async (ctx, next) => {
    const { url } = ctx.request
    try {
      // Koa hands on a path with a broken `%` as it is; nothing behind this has to think of one.
      if (url.includes('%')) decodePercent(url)
      await routes(ctx, next)
    } catch (error) {
      const { operationId = '' } = stateOf(ctx)
      answerProblem(settings, ctx, error, operations.get(operationId))
    }
  }
}

function middlewareOf(settings: ApiRouterSettings, operation: Operation, check?: ResponseCheck): ApiMiddleware[] {
  const { name, contract, authenticator } = settings
  const middleware = [
    nameOperation(name, operation),
    deprecationMiddleware(operation),
    bodyMiddleware(operation),
    authenticateMiddleware(contract, operation, authenticator),
    authoriseMiddleware(operation),
    validateMiddleware(contract, operation),
    limitWritesMiddleware(operation, settings.writeLimits),
    settings.handle(operation, check)
  ]
  return middleware.filter((one) => one !== undefined)
}

function runInOrder(steps: ApiMiddleware[]): Middleware {
  return async (ctx) => {
    for (const middleware of steps) {
      const pending = middleware(ctx)
      if (pending !== undefined) await pending
    }
  }
}

function nameOperation(api: string, { operationId }: Operation): ApiMiddleware {
  return ({ state }) => {
    state.api = api
    state.operationId = operationId
  }
}

function answerProblem(
  { problems, envelope, log, development }: ApiRouterSettings,
  ctx: Context,
  error: unknown,
  { operation, check }: Partial<CheckedOperation> = {}
): void {
  const { operationId, requestId } = stateOf(ctx)
  const labelled = operation === undefined ? error : nameFields(error, operation)
  const { internalError, ...response } = describeProblem(problems, labelled, operationId)
  if (internalError !== undefined) log.error({ err: internalError, requestId, operationId }, 'internal error')
  else if (response.status === 503) log.warn({ ...causeOf(error), requestId, operationId }, 'unavailable')
  else if (development && labelled !== error)
    log.info({ requestId, operationId, answer: response.body }, 'invalid request')
  try {
    respond(ctx, response, { check, envelope })
  } catch (violation) {
    log.error({ err: violation, requestId, operationId }, 'internal error')
    respond(ctx, problems['internal-error']({}, operationId), { envelope })
  }
}

/** Many may be refused as busy at once, and where in the code each was says nothing. */
function causeOf(error: unknown): object {
  return error instanceof DomainError && error.code === 'busy' ? { reason: 'busy' } : { err: error }
}
