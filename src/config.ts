import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { realmNames, type RealmName } from './accounts/realm.js'

export interface Config {
  production: boolean
  host: string
  ports: number[]
  /** Processes that share the ports. */
  workers: number
  apis: RealmName[]
  /** PostgreSQL; undefined: the embedded database. */
  databaseUrl: string | undefined
  /** A replica of it that answers lists. */
  databaseReadUrl: string | undefined
  /** Connections that one process opens to PostgreSQL at most. */
  databasePool: number
  /** Whether PostgreSQL may keep parsed statements; false behind a pooler that changes connections between them. */
  namedStatements: boolean
  dataDir: string
  /** Undefined: made on first start and kept in the data folder. */
  tokenSecret: string | undefined
  tokenSecretPrevious: string | undefined
  passwordMinLength: number
  hideAccounts: boolean
  /** Failed logins in 15 minutes, per account and address. 0: no limit. */
  loginFailures: number
  /** Failed logins in 15 minutes, per address. 0: no limit. */
  loginFailuresPerAddress: number
  /** Registrations in an hour, per address. 0: no limit. */
  registrationsPerAddress: number
  /** Requests in a minute by which one account may change something, in each process. 0: no limit. */
  writesPerAccount: number
  trustedProxies: number
  sampleAccounts: boolean
  /** Whether `/docs` and `/openapi` are served. */
  docs: boolean
  logLevel: string
  /** Port of the metrics; undefined: none are served. */
  metricsPort: number | undefined
  /** Seconds between answering `not ready` and taking no more connections. */
  shutdownDelay: number
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const SECRET_BYTES = 32
const HIDDEN = '******'

/** Thrown for what is missing, weak or contradictory in the environment; the message is for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = Record<string, string | undefined>

/** The configuration from environment variables (and their `*_FILE` twins), checked. Throws `ConfigError`. */
export function readConfig(env: Environment): Config {
  const read = (name: string): string | undefined => readVariable(env, name)
  const production = read('NODE_ENV') === 'production'
  const config: Config = {
    production,
    host: read('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    ports: ports(read('PORT'), read('PORTS')),
    workers: workers(read('WORKERS')),
    apis: apis(read('APIS')),
    databaseUrl: databaseUrl('DATABASE_URL', read('DATABASE_URL'), read('DATABASE_PASSWORD')),
    databaseReadUrl: databaseReadUrl(read),
    databasePool: integer('DATABASE_POOL', read('DATABASE_POOL'), 10, 1, 1000),
    namedStatements: flag('NAMED_STATEMENTS', read('NAMED_STATEMENTS'), true),
    dataDir: read('DATA_DIR') ?? './data',
    tokenSecret: secret('TOKEN_SECRET', read('TOKEN_SECRET')),
    tokenSecretPrevious: secret('TOKEN_SECRET_PREVIOUS', read('TOKEN_SECRET_PREVIOUS')),
    passwordMinLength: integer('PASSWORD_MIN_LENGTH', read('PASSWORD_MIN_LENGTH'), production ? 8 : 1, 1, 72),
    hideAccounts: flag('HIDE_ACCOUNTS', read('HIDE_ACCOUNTS'), false),
    loginFailures: integer('LOGIN_FAILURES', read('LOGIN_FAILURES'), 10, 0, 1e6),
    loginFailuresPerAddress: integer('LOGIN_FAILURES_PER_ADDRESS', read('LOGIN_FAILURES_PER_ADDRESS'), 100, 0, 1e6),
    registrationsPerAddress: integer('REGISTRATIONS_PER_ADDRESS', read('REGISTRATIONS_PER_ADDRESS'), 100, 0, 1e6),
    writesPerAccount: integer('WRITES_PER_ACCOUNT', read('WRITES_PER_ACCOUNT'), 300, 0, 1e6),
    trustedProxies: integer('TRUSTED_PROXIES', read('TRUSTED_PROXIES'), 0, 0, 10),
    sampleAccounts: flag('SAMPLE_ACCOUNTS', read('SAMPLE_ACCOUNTS'), !production),
    docs: flag('DOCS', read('DOCS'), true),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    metricsPort: optionalPort('METRICS_PORT', read('METRICS_PORT')),
    shutdownDelay: integer('SHUTDOWN_DELAY', read('SHUTDOWN_DELAY'), production ? 5 : 0, 0, 300)
  }
  if (config.workers > 1 && config.databaseUrl === undefined) {
    throw new ConfigError('WORKERS needs DATABASE_URL: the embedded database belongs to one process')
  }
  if (production) checkProduction(config)
  return config
}

/** What may be shown of a configuration: secrets and the password in `DATABASE_URL` are replaced. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const hidden = (value: string | undefined): string | undefined => value && HIDDEN
  return {
    ...config,
    databaseUrl: config.databaseUrl && withoutPassword(config.databaseUrl),
    databaseReadUrl: config.databaseReadUrl && withoutPassword(config.databaseReadUrl),
    tokenSecret: hidden(config.tokenSecret),
    tokenSecretPrevious: hidden(config.tokenSecretPrevious)
  }
}

/** The password may stand before the host or, as libpq has it, among the parameters. */
function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  if (url.password !== '') url.password = HIDDEN
  if (url.searchParams.has('password')) url.searchParams.set('password', HIDDEN)
  return url.href
}

function checkProduction(config: Config): void {
  if (config.tokenSecret === undefined) throw new ConfigError('TOKEN_SECRET is required in production')
  if (config.sampleAccounts) throw new ConfigError('SAMPLE_ACCOUNTS=1 is refused in production')
}

function readVariable(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`]
  const value = env[name]
  if (file !== undefined && file !== '') {
    if (value !== undefined && value !== '') throw new ConfigError(`both ${name} and ${name}_FILE are set`)
    try {
      return readFileSync(file, 'utf8').trimEnd()
    } catch (error) {
      throw new ConfigError(`${name}_FILE: ${(error as Error).message}`)
    }
  }
  return value === '' ? undefined : value
}

function integer(name: string, text: string | undefined, fallback: number, min: number, max: number): number {
  if (text === undefined) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (!(value >= min && value <= max))
    throw new ConfigError(`${name} must be an integer from ${min} to ${max}: ${text}`)
  return value
}

function flag(name: string, text: string | undefined, fallback: boolean): boolean {
  if (text === undefined) return fallback
  return oneOf(name, text, ['0', '1']) === '1'
}

function oneOf(name: string, text: string, choices: string[]): string {
  if (!choices.includes(text)) throw new ConfigError(`${name} must be one of ${choices.join(', ')}: ${text}`)
  return text
}

function ports(port: string | undefined, list: string | undefined): number[] {
  if (port !== undefined && list !== undefined) throw new ConfigError('both PORT and PORTS are set')
  const texts = (list ?? port ?? '8000').split(',').map((text) => text.trim())
  const name = list === undefined ? 'PORT' : 'PORTS'
  const numbers = texts.map((text) => integer(name, text, 0, 0, 65_535))
  if (new Set(numbers).size < numbers.length) throw new ConfigError(`PORTS names a port twice: ${list}`)
  return numbers
}

function workers(text: string | undefined): number {
  return text === 'auto' ? availableParallelism() : integer('WORKERS', text, 1, 1, 256)
}

function optionalPort(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : integer(name, text, 0, 0, 65_535)
}

function apis(list: string | undefined): RealmName[] {
  if (list === undefined) return [...realmNames]
  const names = list.split(',').map((name) => oneOf('APIS', name.trim(), [...realmNames]))
  return realmNames.filter((name) => names.includes(name))
}

/** A replica has the users and passwords of its primary. */
function databaseReadUrl(read: (name: string) => string | undefined): string | undefined {
  const text = read('DATABASE_READ_URL')
  if (text === undefined) return undefined
  if (read('DATABASE_URL') === undefined) throw new ConfigError('DATABASE_READ_URL needs DATABASE_URL')
  return databaseUrl('DATABASE_READ_URL', text, read('DATABASE_PASSWORD'))
}

function databaseUrl(name: string, text: string | undefined, password: string | undefined): string | undefined {
  if (text === undefined && password === undefined) return undefined
  if (text === undefined || !URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new ConfigError(`${name} must be a postgres:// or postgresql:// address`)
  }
  if (password === undefined) return text
  const url = new URL(text)
  // An address without a host, of a socket on this machine, has no room for a password before it.
  if (url.host === '') url.searchParams.set('password', password)
  else url.password = encodeURIComponent(password)
  return url.href
}

function secret(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (Buffer.byteLength(text) < SECRET_BYTES) throw new ConfigError(`${name} must have at least ${SECRET_BYTES} bytes`)
  if (new Set(text).size < 8) throw new ConfigError(`${name} is weak: it repeats a few characters`)
  return text
}
