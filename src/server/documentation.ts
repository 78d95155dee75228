import { fileURLToPath } from 'node:url'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import type { Config } from '../config/config.js'
import { realmNames } from '../config/realm-names.js'
import { docsRoutes } from '../docs/routes.js'
import { readSite } from '../docs/site.js'
import { packageRoot } from '../config/package-root.js'
import { sampleAccountsOf } from './samples.js'

/** The documentation that the configuration asks for; undefined where it is off, or was not built. */
export function documentation(config: Config, log: Logger): Middleware | undefined {
  if (!config.docs) return undefined
  const site = readSite(fileURLToPath(new URL('dist/docs/', packageRoot)))
  if (site === undefined) {
    log.warn('no documentation is served: npm run docs builds it')
    return undefined
  }
  const samples = config.sampleAccounts
    ? config.apis.map((name) => [name, sampleAccountsOf(name).map(credentials)])
    : []
  const facts = { apis: config.apis, samples: Object.fromEntries(samples) as object }
  return docsRoutes({ site, known: realmNames, open: config.apis, facts })
}

function credentials({ name, password }: { name: string; password: string }): object {
  return { name, password }
}
