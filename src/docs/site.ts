import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface SiteFile {
  type: string
  /** Whether the name tells the content, so that it can never change. */
  immutable: boolean
  /** Of the content; each encoding of it is one of its own over HTTP. */
  hash: string
  bodies: Bodies
}

/** The compressed forms alone, or the content of what has none. */
type Bodies = { br: Buffer; gzip: Buffer; identity?: never } | { br?: never; gzip?: never; identity: Buffer }

export type Site = Map<string, SiteFile>

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.http': 'text/plain; charset=utf-8',
  '.tgz': 'application/gzip'
}

/** Reads what `npm run docs` built, with its compressed forms; undefined when it never ran. */
export function readSite(folder: string): Site | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    paths.flatMap((path) => {
      const type = TYPES[extname(path)]
      return type === undefined ? [] : [[path.split(sep).join('/'), readFile(folder, path, type)]]
    })
  )
}

function readFile(folder: string, path: string, type: string): SiteFile {
  const bodies = readBodies(join(folder, path))
  const hash = createHash('sha256')
    .update(bodies.br ?? bodies.identity)
    .digest('base64url')
    .slice(0, 20)
  return { type, immutable: path.startsWith('assets'), hash, bodies }
}

function readBodies(target: string): Bodies {
  if (!existsSync(`${target}.br`)) return { identity: readFileSync(target) }
  return { br: readFileSync(`${target}.br`), gzip: readFileSync(`${target}.gz`) }
}

/** Clients that read no compressed form are few: theirs is made for each of them, and takes no memory in between. */
export function contentOf({ bodies }: SiteFile): Buffer {
  return bodies.identity === undefined ? gunzipSync(bodies.gzip) : bodies.identity
}
