import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'koa'
import { contentOf, type Encoding, type SiteFile } from './site.js'

/** Stands in the built contracts for the address of the server that was requested. */
export const SERVER = '@SERVER@'

/** Segments of a path, of which none is `.` or `..`. */
const PREFIX = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A contract that names the address under which it was requested: programs such as Postman resolve no relative one. */
export function addressed(ctx: Context, file: SiteFile, encoding: Encoding): Buffer {
  const body = Buffer.from(contentOf(file).toString().replaceAll(SERVER, addressOf(ctx)))
  if (encoding === 'br') return brotliCompressSync(body, QUICK)
  return encoding === 'gzip' ? gzipSync(body) : body
}

/** A proxy that adds a path names it in `X-Forwarded-Prefix`; it is read where proxies are trusted. */
function addressOf(ctx: Context): string {
  const prefix = ctx.get('X-Forwarded-Prefix').replace(/\/$/, '')
  return ctx.URL.origin + (ctx.app.proxy && PREFIX.test(prefix) ? prefix : '')
}
