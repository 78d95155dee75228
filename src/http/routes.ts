import Router from '@koa/router'
import compose from 'koa-compose'
import type { Middleware } from 'koa'
import type { Contract, Operation } from './contract.js'
import { settableProperties } from './options.js'
import { HttpProblem } from './problems.js'
import { respond } from './respond.js'

/**
 * A route for every operation, and an answer for every path and method of none. A path with fewer parameters comes first
 * and takes every method: `/users/create` is no `/users/{id}`, even for a method that it lacks.
 */
export function routesMiddleware({ operations }: Contract, answer: (operation: Operation) => Middleware): Middleware {
  const router = new Router({ sensitive: true, strict: true })
  /** What the router would find for a path without parameters, which takes it a few microseconds each time. */
  const found = new Map<string, Middleware>()
  const paths = [...new Set(operations.map(({ path }) => path))].sort((a, b) => parametersIn(a) - parametersIn(b))
  for (const path of paths) {
    const ofPath = operations.filter((operation) => operation.path === path)
    for (const operation of ofPath) {
      const middleware = answer(operation)
      router.register(routePath(path), [operation.method], middleware)
      if (parametersIn(path) === 0) found.set(`${operation.method.toUpperCase()} ${path}`, middleware)
    }
    router.all(routePath(path), otherMethods(ofPath))
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

/** Answers `OPTIONS`, and refuses the methods that none of a path's operations has. */
function otherMethods(operations: Operation[]): Middleware {
  const methods = operations.map(({ method }) => method.toUpperCase())
  if (methods.includes('GET')) methods.push('HEAD')
  const allow = [...methods, 'OPTIONS'].sort().join(', ')
  const body = settableProperties(operations)
  return (ctx) => {
    if (ctx.method !== 'OPTIONS') throw new HttpProblem('method-not-allowed', { allow })
    respond(ctx, { status: 200, body, headers: { Allow: allow } })
  }
}

const unknownPath: Middleware = () => {
  throw new HttpProblem('path-unknown', {})
}
