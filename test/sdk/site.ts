import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Project } from './project.js'

/** A web site whose page has the consumer's scenarios and the client package as globals, `scenarios` and `sdk`. */
export interface Site {
  origin: string
  /** The names of the scenarios. */
  names: string[]
  stop(): Promise<void>
}

const SCRIPT = `
import * as sdk from 'quintet-sdk'
import { scenarios } from './scenarios.js'
Object.assign(globalThis, { sdk, scenarios })
`

export async function startSite({ folder }: Project): Promise<Site> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: folder },
    bundle: true,
    format: 'iife',
    write: false
  })
  const page = `<!doctype html><meta charset="utf-8"><title>ready</title><script>${outputFiles[0]!.text}</script>`
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    names: await scenarioNames(folder),
    async stop() {
      server.closeAllConnections()
      server.close()
    }
  }
}

async function scenarioNames(folder: string): Promise<string[]> {
  const outfile = join(folder, 'scenarios.mjs')
  const entryPoints = [join(folder, 'scenarios.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node' })
  const { scenarios } = (await import(pathToFileURL(outfile).href)) as { scenarios: object }
  return Object.keys(scenarios)
}
