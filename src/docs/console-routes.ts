import type { Middleware } from 'koa'
import { isReading, onlyRead, plainProblem } from '../http/problems.js'
import { respond } from '../http/respond.js'
import { redirectTo, sendFile } from './send-file.js'
import type { Site } from './site.js'

export interface ConsoleOptions {
  site: Site
  /** What the console asks the server of itself. */
  facts: object
}

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'Referrer-Policy': 'no-referrer'
}

/** The web console at `/console/`. Its own pages are in the fragment of the address. */
export function consoleRoutes({ site, facts }: ConsoleOptions): Middleware {
  return (ctx, next) => {
    const { path } = ctx
    if (path !== '/console' && !path.startsWith('/console/')) return next()
    ctx.set(SECURITY_HEADERS)
    if (!isReading(ctx.method)) return respond(ctx, onlyRead)
    if (path === '/console') return redirectTo(ctx, 'console/')
    if (path === '/console/server.json') return respond(ctx, { status: 200, body: facts })
    const file = site.get(path.slice('/console/'.length) || 'index.html')
    if (file === undefined) return respond(ctx, plainProblem(404))
    return sendFile(ctx, file)
  }
}
