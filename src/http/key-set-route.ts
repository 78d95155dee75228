import { createHash } from 'node:crypto'
import type { Middleware } from 'koa'
import { isReading, onlyRead, plainProblem } from './problems.js'
import { respond } from './respond.js'

/** How long a cache may keep it. That long other services may not know a new key. */
const MAX_AGE_SECONDS = 300

/** `GET <path>`: a JSON Web Key Set, with an `ETag`. */
export function keySetRoute(path: string, keySet: object): Middleware {
  const body = JSON.stringify(keySet)
  const headers = {
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}`,
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  }
  return (ctx) => {
    if (ctx.path !== path) return respond(ctx, plainProblem(404))
    if (!isReading(ctx.method)) return respond(ctx, onlyRead)
    ctx.status = 200
    ctx.set(headers)
    if (ctx.fresh) ctx.status = 304
    else ctx.body = body
  }
}
