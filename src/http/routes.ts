import type Router from '@koa/router'
import compose from 'koa-compose'
import type { Middleware } from 'koa'
import type { Contract } from './contract.js'
import { settableProperties } from './options.js'
import { HttpProblem } from './problems.js'
import { respond } from './respond.js'

/**
 * Every route, and an answer for what none of them takes. A path that the contract names stands for itself alone, even
 * where another one's parameter could hold its last part: `/users/create` is no `/users/{id}`.
 */
export function routesMiddleware(contract: Contract, router: Router): Middleware {
  const routes = router.routes() as Middleware
  const fallback = fallbackMiddleware(contract, router)
  const methodsOf = new Map(namedPaths(contract, router).map((path) => [path, methodsAt(router, path)]))
  return compose([
    (ctx, next) => (methodsOf.get(ctx.path)?.includes(ctx.method) === false ? fallback(ctx, next) : next()),
    routes,
    fallback
  ])
}

/** The paths without parameters that a path with parameters matches too. */
function namedPaths({ operations }: Contract, router: Router): string[] {
  const paths = new Set(operations.map(({ path }) => path).filter((path) => !path.includes('{')))
  return [...paths].filter((path) => router.match(path, '').path.some((layer) => layer.path !== path))
}

function fallbackMiddleware(contract: Contract, router: Router): Middleware {
  return (ctx) => {
    const methods = methodsAt(router, ctx.path)
    if (methods.length === 0) throw new HttpProblem('path-unknown', {})
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    if (ctx.method !== 'OPTIONS') throw new HttpProblem('method-not-allowed', { allow })
    const paths = layersAt(router, ctx.path).map((layer) => layer.path)
    respond(ctx, { status: 200, body: settableProperties(contract, paths as string[]), headers: { Allow: allow } })
  }
}

function methodsAt(router: Router, path: string): string[] {
  return layersAt(router, path).flatMap(({ methods }) => methods)
}

function layersAt(router: Router, path: string) {
  const layers = router.match(path, '').path
  const named = layers.filter((layer) => layer.path === path)
  return named.length > 0 ? named : layers
}
