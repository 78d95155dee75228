import type { Context, Middleware } from 'koa'
import { isReading, onlyRead, plainProblem } from '../http/problems.js'
import { respond } from '../http/respond.js'
import { addressed } from './addressed.js'
import type { Encoding, Site, SiteFile } from './site.js'

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
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity']

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
  if (file !== undefined) sendFile(ctx, file)
  else if (isFolder) redirectTo(ctx, `${path.split('/').at(-1)}/`)
  else sendMissing(ctx, options.site)
}

function findFile({ site, known, open }: DocsOptions, name: string): SiteFile | undefined {
  const [, api] = /^(?:openapi\/(?:workflows\/)?)?([\w-]+)[./]/.exec(name) ?? []
  if (api !== undefined && known.includes(api) && !open.includes(api)) return undefined
  return site.get(name === '' || name.endsWith('/') ? `${name}index.html` : name)
}

/** Relative, so that it holds behind a proxy that adds a path of its own. */
function redirectTo(ctx: Context, folder: string): void {
  ctx.status = 302
  ctx.set('Location', folder)
}

function isBrowsed(ctx: Context): boolean {
  return isReading(ctx.method) && ctx.accepts('json', 'html') === 'html'
}

function sendFile(ctx: Context, file: SiteFile): void {
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
  else ctx.body = ctx.path.startsWith('/openapi/') ? addressed(ctx, file, encoding) : bodies[encoding]
}

function sendMissing(ctx: Context, site: Site): void {
  const page = site.get('404.html')
  if (page === undefined || ctx.path.startsWith('/openapi/') || ctx.accepts('json', 'html') !== 'html') {
    return respond(ctx, plainProblem(404))
  }
  ctx.status = 404
  ctx.type = page.type
  ctx.body = page.bodies.identity.toString().replaceAll(UP, '../'.repeat(ctx.path.split('/').length - 3) || './')
}
