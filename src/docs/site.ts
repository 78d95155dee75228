import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface SiteFile {
  type: string
  /** Whether the name tells the content, so that it can never change. */
  immutable: boolean
  /** Of the content; each encoding of it is one of its own over HTTP. */
  hash: string
  /** What is compressed already has no other form. */
  bodies: { identity: Buffer } & Partial<Record<Encoding, Buffer>>
}

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
  const target = join(folder, path)
  const identity = readFileSync(target)
  return {
    type,
    immutable: path.startsWith('assets'),
    hash: createHash('sha256').update(identity).digest('base64url').slice(0, 20),
    bodies: { identity, ...compressed(target) }
  }
}

function compressed(target: string): Partial<Record<Encoding, Buffer>> {
  if (!existsSync(`${target}.br`)) return {}
  return { br: readFileSync(`${target}.br`), gzip: readFileSync(`${target}.gz`) }
}
