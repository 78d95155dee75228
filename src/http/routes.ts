import Router from '@koa/router'
import compose from 'koa-compose'
import type { Middleware } from 'koa'
import type { Contract, Operation } from './contract.js'
import { settableProperties } from './options.js'
import { HttpProblem } from './problems.js'
import { respond } from './respond.js'

/** Something to read beside the operations of a contract. */
export interface Document {
  path: string
  answer: Middleware
}

/**
 * A route for every operation and document, and an answer for every path and method of none. A path with fewer parameters comes first
 * and takes every method: `/users/create` is no `/users/{id}`, even for a method that it lacks.
 */
export function routesMiddleware(
  { operations }: Contract,
  documents: Document[],
  answer: (operation: Operation) => Middleware
): Middleware {
  const router = new Router({ sensitive: true, strict: true })
  /** What the router would find for a path without parameters, which takes it a few microseconds each time. */
  const found = new Map<string, Middleware>()
  for (const document of documents) {
    router.get(document.path, document.answer)
    router.all(document.path, otherMethods(['GET'], { GET: [] }))
    found.set(`GET ${document.path}`, document.answer)
  }
  const paths = [...new Set(operations.map(({ path }) => path))].sort((a, b) => parametersIn(a) - parametersIn(b))
  for (const path of paths) {
    const ofPath = operations.filter((operation) => operation.path === path)
    for (const operation of ofPath) {
      const middleware = answer(operation)
      router.register(routePath(path), [operation.method], middleware)
      if (parametersIn(path) === 0) found.set(`${operation.method.toUpperCase()} ${path}`, middleware)
    }
    const methods = ofPath.map(({ method }) => method.toUpperCase())
    router.all(routePath(path), otherMethods(methods, settableProperties(ofPath)))
  }
  const routes = compose([router.routes() as Middleware, unknownPath])
  return async (ctx, next) => {
    await (found.get(`${ctx.request.method} ${ctx.request.path}`) ?? routes)(ctx, next)
  }
}

function parametersIn(path: string): number {
  return path.split('{').length - 1
}

/** A contract's path in the router's notation: `/users/{id}` is `/users/:id`. */
function routePath(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ':$1')
}

/** Answers `OPTIONS` with the properties that a client may set by each method, and refuses the methods that a path lacks. */
function otherMethods(methods: string[], settable: Record<string, string[]>): Middleware {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
  return (ctx) => {
    if (ctx.method !== 'OPTIONS') throw new HttpProblem('method-not-allowed', { allow })
    respond(ctx, { status: 200, body: settable, headers: { Allow: allow } })
  }
}

const unknownPath: Middleware = () => {
  throw new HttpProblem('path-unknown', {})
}
