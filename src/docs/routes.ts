import type { Context, Middleware } from 'koa'
import { isReading, onlyRead, plainProblem } from '../http/problems.js'
import { respond } from '../http/respond.js'
import { addressed } from './addressed.js'
import { redirectTo, sendFile } from './send-file.js'
import { contentOf, type Site, type SiteFile } from './site.js'

export interface DocsOptions {
  site: Site
  /** Every API that the site describes, and those that are open: the pages of the others are not there. */
  known: readonly string[]
  open: readonly string[]
  /** What the pages ask the server of itself. */
  facts: object
}

/** The hashes are of Redoc's two inline styles. Nothing else inline runs, nothing is loaded from elsewhere. */
const REDOC_STYLES = [
  'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='
]

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${REDOC_STYLES.map((hash) => `'${hash}'`).join(' ')}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'Referrer-Policy': 'no-referrer'
}

/** Stands in the built page of what is missing for the way up to `/docs/`, which depends on the path that was requested. */
const UP = '@UP@'

/** The documentation site at `/docs` and the bundled contracts, with their workflows, at `/openapi`. */
export function docsRoutes(options: DocsOptions): Middleware {
  return (ctx, next) => {
    const { path } = ctx
    if (path === '/' && isBrowsed(ctx)) return redirectTo(ctx, 'docs/')
    if (path !== '/docs' && !path.startsWith('/docs/') && !path.startsWith('/openapi/')) return next()
    ctx.set(SECURITY_HEADERS)
    if (!isReading(ctx.method)) return respond(ctx, onlyRead)
    if (path === '/docs/server.json') respond(ctx, { status: 200, body: options.facts })
    else sendPage(ctx, options)
  }
}

function sendPage(ctx: Context, options: DocsOptions): void {
  const { path } = ctx
  const name = path.startsWith('/docs/') ? path.slice('/docs/'.length) : path.slice(1)
  const file = findFile(options, name)
  const isFolder = findFile(options, `${name}/`) !== undefined || path === '/docs'
  if (file !== undefined) sendFile(ctx, file, path.startsWith('/openapi/') ? addressed : undefined)
  else if (isFolder) redirectTo(ctx, `${path.split('/').at(-1)}/`)
  else sendMissing(ctx, options.site)
}

function findFile({ site, known, open }: DocsOptions, name: string): SiteFile | undefined {
  const [, api] = /^(?:openapi\/(?:workflows\/)?)?([\w-]+)[./]/.exec(name) ?? []
  if (api !== undefined && known.includes(api) && !open.includes(api)) return undefined
  return site.get(name === '' || name.endsWith('/') ? `${name}index.html` : name)
}

function isBrowsed(ctx: Context): boolean {
  return isReading(ctx.method) && ctx.accepts('json', 'html') === 'html'
}

function sendMissing(ctx: Context, site: Site): void {
  const page = site.get('404.html')
  if (page === undefined || ctx.path.startsWith('/openapi/') || ctx.accepts('json', 'html') !== 'html') {
    return respond(ctx, plainProblem(404))
  }
  ctx.status = 404
  ctx.type = page.type
  ctx.body = contentOf(page)
    .toString()
    .replaceAll(UP, '../'.repeat(ctx.path.split('/').length - 3) || './')
}
