import { createHash } from 'node:crypto'
import type { Document } from './routes.js'

/** How long a cache may keep it. That long other services may not know a new key. */
const MAX_AGE_SECONDS = 300

/** A JSON Web Key Set at this path, with an `ETag`. */
export function keySetDocument(path: string, keySet: object): Document {
  const body = JSON.stringify(keySet)
  const headers = {
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}`,
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  }
  return {
    path,
    answer(ctx) {
      ctx.status = 200
      ctx.set(headers)
      if (ctx.fresh) ctx.status = 304
      else ctx.body = body
    }
  }
}
