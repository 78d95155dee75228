import { withPassword } from './database-url.js'
import { readVariables, type Environment } from './environment.js'
import { ConfigError } from './error.js'
import { refuseMisspelled } from './misspelled.js'
import type { Variable } from './variable.js'
import { variables, type Values } from './variables.js'

export { ConfigError } from './error.js'

/** What the environment comes to. What each property means stands in `variables`. */
export interface Config extends Omit<Values, 'databasePassword' | 'environment' | 'sampleAccounts'> {
  production: boolean
  sampleAccounts: boolean
}

/**
 * The configuration from environment variables (and their `*_FILE` twins), checked; of the mock or the server. Throws
 * `ConfigError`.
 */
export function readConfig(env: Environment, { mock = false } = {}): Config {
  refuseMisspelled(env)
  const { environment, databasePassword, ...values } = readVariables(env)
  const production = environment === 'production'
  if (production && mock) throw new ConfigError('the mock lets everybody in: it is refused in production')
  const { sampleAccounts = !production && values.databaseUrl === undefined } = values
  const config = { production, ...values, sampleAccounts, ...addresses(values, databasePassword) }
  if (config.workers > 1 && config.databaseUrl === undefined) {
    throw new ConfigError('WORKERS needs DATABASE_URL: the embedded database belongs to one process')
  }
  if (config.databaseSchema === 'portable') checkPortable(config)
  if (config.production) checkProduction(config)
  return config
}

/** What may be shown of a configuration: secrets and the password in `DATABASE_URL` are replaced. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const shown = Object.entries(config as unknown as Record<string, unknown>).map(([key, value]) => {
    const { show } = (variables as Record<string, Partial<Variable<unknown>>>)[key] ?? {}
    return [key, show === undefined || value === undefined ? value : show(value as object)]
  })
  return Object.fromEntries(shown) as Record<string, unknown>
}

/** The addresses of the database with the password; a replica has the users and passwords of its primary. */
function addresses(
  { databaseUrl, databaseReadUrl }: Pick<Values, 'databaseUrl' | 'databaseReadUrl'>,
  password: string | undefined
): Pick<Values, 'databaseUrl' | 'databaseReadUrl'> {
  if (databaseUrl === undefined) {
    if (databaseReadUrl !== undefined) throw new ConfigError('DATABASE_READ_URL needs DATABASE_URL')
    if (password !== undefined) throw new ConfigError('DATABASE_PASSWORD needs DATABASE_URL')
  }
  const complete = (url: string | undefined): string | undefined =>
    url === undefined || password === undefined ? url : withPassword(url, password)
  return { databaseUrl: complete(databaseUrl), databaseReadUrl: complete(databaseReadUrl) }
}

function checkPortable({ databaseReadUrl, auditKeepDays }: Config): void {
  if (databaseReadUrl !== undefined) {
    throw new ConfigError(
      'DATABASE_READ_URL compares positions in the log of PostgreSQL: DATABASE_SCHEMA=portable has none'
    )
  }
  if (auditKeepDays !== undefined) {
    throw new ConfigError('AUDIT_KEEP_DAYS drops months of the audit trail: DATABASE_SCHEMA=portable has none')
  }
}

function checkProduction(config: Config): void {
  if (config.tokenSecret === undefined) throw new ConfigError('TOKEN_SECRET is required in production')
  if (config.sampleAccounts) throw new ConfigError('SAMPLE_ACCOUNTS=1 is refused in production')
  if (config.hashCost !== 'full') throw new ConfigError('HASH_COST=least is refused in production')
}
