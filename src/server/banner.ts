import { existsSync } from 'node:fs'
import type { RealmName } from '../config/realm-names.js'
import type { Config } from '../config/config.js'
import { readContract } from '../http/contract.js'
import { originOf } from './origin.js'
import { packageRoot } from '../config/package-root.js'
import { sampleAccountsOf } from './samples.js'

interface LoginOperation {
  operationId?: string
  requestBody: { content: Record<string, { example: Record<string, string> }> }
}

/** What a person sees when the server is up: each API, where it is, a sample account, and a command to try. */
export function banner(config: Config, [port = config.ports[0], ...others]: number[]): string {
  const origin = originOf(config.host, port)
  const lines = ['Quintet is up.', ...apiLines(config, origin)]
  if (others.length > 0) lines.push(`  The same on port ${others.join(', ')}.`)
  if (config.docs && isBuilt('docs')) lines.push(`Documentation: ${origin}/docs/`)
  if (config.console && isBuilt('console')) lines.push(`Console: ${origin}/console/`)
  if (config.sampleAccounts && config.apis[0]) lines.push(`Try: ${loginCommand(origin, config.apis[0])}`)
  return lines.join('\n')
}

function isBuilt(site: string): boolean {
  return existsSync(new URL(`dist/${site}/index.html`, packageRoot))
}

function apiLines(config: Config, origin: string): string[] {
  const rows = config.apis.map((name) => {
    return { name, url: origin + readContract(name)['x-base-paths'][0], sample: sampleOf(config, name) }
  })
  const width = (column: 'name' | 'url'): number => Math.max(...rows.map((row) => row[column].length))
  return rows.map(({ name, url, sample }) => `  ${name.padEnd(width('name'))}  ${url.padEnd(width('url'))}  ${sample}`)
}

function sampleOf(config: Config, name: RealmName): string {
  const [{ name: login, password }] = sampleAccountsOf(name)
  return config.sampleAccounts ? `${login} / ${password}` : ''
}

/** The login of an API with the example of its contract. */
function loginCommand(origin: string, name: RealmName): string {
  for (const [path, { post }] of Object.entries(readContract(name).paths ?? {}) as [
    string,
    { post?: LoginOperation }
  ][]) {
    if (post?.operationId !== 'login') continue
    const [[mediaType, { example }]] = Object.entries(post.requestBody.content) as [
      [string, { example: Record<string, string> }]
    ]
    const body = mediaType === 'application/json' ? JSON.stringify(example) : new URLSearchParams(example).toString()
    return `curl -X POST -H 'Content-Type: ${mediaType}' -d '${body}' ${origin}${path}`
  }
  throw new Error(`the contract ${name} has no operation login`)
}
