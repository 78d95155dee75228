import { fileURLToPath } from 'node:url'
import compose from 'koa-compose'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import type { Config } from '../config/config.js'
import { realmNames } from '../config/realm-names.js'
import { consoleRoutes } from '../docs/console-routes.js'
import { docsRoutes } from '../docs/routes.js'
import { readSite, type Site } from '../docs/site.js'
import { packageRoot, packageVersion } from '../config/package-root.js'
import { sampleAccountsOf } from './samples.js'

/** The documentation and the console, as far as the configuration asks for them and they were built. */
export function documentation(config: Config, log: Logger): Middleware {
  const docs = config.docs ? builtSite('docs', log) : undefined
  const consoleSite = config.console ? builtSite('console', log) : undefined
  const open = { apis: config.apis, samples: samplesOf(config) }
  const parts: Middleware[] = []
  if (docs !== undefined) parts.push(docsRoutes({ site: docs, known: realmNames, open: config.apis, facts: open }))
  if (consoleSite !== undefined) {
    const { passwordMinLength } = config
    const facts = { ...open, passwordMinLength, version: packageVersion(), docs: docs !== undefined }
    parts.push(consoleRoutes({ site: consoleSite, facts }))
  }
  return compose(parts)
}

function builtSite(name: 'docs' | 'console', log: Logger): Site | undefined {
  const site = readSite(fileURLToPath(new URL(`dist/${name}/`, packageRoot)))
  if (site === undefined) log.warn(`no ${name === 'docs' ? 'documentation' : name} is served: npm run build makes it`)
  return site
}

function samplesOf(config: Config): object {
  const samples = config.sampleAccounts
    ? config.apis.map((name) => [name, sampleAccountsOf(name).map(credentials)])
    : []
  return Object.fromEntries(samples) as object
}

function credentials({ name, password }: { name: string; password: string }): object {
  return { name, password }
}
