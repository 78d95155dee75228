import type { Context } from 'koa'
import { contentOf, type Encoding, type SiteFile } from './site.js'

type MakeBody = (ctx: Context, file: SiteFile, encoding: Encoding) => Buffer

const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity']
const asBuilt: MakeBody = (_, file, encoding) => file.bodies[encoding] ?? contentOf(file)

/** Sends the file compressed as the client can read it, or 304. `makeBody` may give another body than the built one. */
export function sendFile(ctx: Context, file: SiteFile, makeBody: MakeBody = asBuilt): void {
  const { type, immutable, hash, bodies } = file
  const encoding =
    ENCODINGS.find((one) => bodies[one] !== undefined && ctx.acceptsEncodings(one) !== false) ?? 'identity'
  ctx.status = 200
  ctx.type = type
  ctx.vary('Accept-Encoding')
  ctx.set('ETag', `"${hash}-${encoding}"`)
  ctx.set('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding)
  if (ctx.fresh) ctx.status = 304
  else ctx.body = makeBody(ctx, file, encoding)
}

/** Relative, so that it holds behind a proxy that adds a path of its own. */
export function redirectTo(ctx: Context, folder: string): void {
  ctx.status = 302
  ctx.set('Location', folder)
}
