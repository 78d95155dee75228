import type { Logger } from 'pino'
import { Attempts } from '../accounts/limits/attempts.js'
import { RefusedTries } from '../accounts/refused-tries.js'
import { deriveFactorKeys } from '../accounts/second-factor/keys.js'
import type { AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { Config } from '../config/config.js'
import type { KeyFiles } from '../config/key-files.js'
import type { RealmName } from '../config/realm-names.js'
import type { Database } from '../database/connection/connect.js'
import { createAnswerShares, type AnswerShares } from '../http/answer-share.js'
import { createMetrics, type Metrics } from '../metrics/metrics.js'
import { createPasswordHasher, type PasswordHasher } from '../passwords/hasher.js'
import type { Telemetry } from '../telemetry/telemetry.js'
import { deriveKeys, type TokenKeys } from '../tokens/keys.js'

/** The configuration of the environment, with the keys that it names. */
export type CompleteConfig = Config & { tokenSecret: string; keyFiles: KeyFiles }

export interface Context {
  config: CompleteConfig
  database: Database
  passwords: PasswordHasher
  attempts: Attempts
  refusedTries: RefusedTries
  answerShares: AnswerShares
  log: Logger
  metrics: Metrics
  telemetry?: Telemetry | undefined
  /** Set when the server is about to stop: it is no longer ready. */
  draining: boolean
  close: () => Promise<void>
}

/** The one place where the parts are put together. */
export function createContext(
  config: CompleteConfig,
  database: Database,
  { log, telemetry }: Pick<Context, 'log' | 'telemetry'>
): Context {
  const hasher = createPasswordHasher({
    cost: config.hashCost,
    sharers: config.workers,
    warn: (details, message) => log.warn(details, message)
  })
  const passwords = telemetry?.tracing?.tracePasswords(hasher) ?? hasher
  const metrics = createMetrics({ db: database.db, hashQueueLength: passwords.queueLength })
  telemetry?.exportMetrics(metrics.read)
  const shared = database.kind === 'postgresql' ? database.db : undefined
  return {
    config,
    database,
    passwords,
    attempts: new Attempts(config, shared),
    refusedTries: new RefusedTries(),
    answerShares: createAnswerShares(config.databasePool),
    log,
    metrics,
    telemetry,
    draining: false,
    async close() {
      passwords.close()
      await database.close()
      await telemetry?.stop()
    }
  }
}

/** The part of the context that one realm's domain code works with, on behalf of no one in particular. */
export function realmContext<Row extends AccountRow>(context: Context, realm: Realm<Row>): RealmContext<Row> {
  const { config, database, passwords, attempts, refusedTries, metrics, log } = context
  return {
    db: database.db,
    read: database.read,
    takePlace: async () => {},
    realm,
    passwords,
    attempts,
    refusedTries,
    keys: keysOf(config, realm.name),
    factorKeys: deriveFactorKeys(config.tokenSecret, config.tokenSecretPrevious),
    hideAccounts: config.hideAccounts,
    refuseWeakPasswords: config.production,
    passwordRefused: () => metrics.failedLogin(realm.name),
    warn: (details, message) => log.warn(details, message),
    origin: { actor: null, address: null, userAgent: null, requestId: null }
  }
}

function keysOf(config: CompleteConfig, realm: RealmName): TokenKeys {
  return deriveKeys(realm, config.tokenSecret, {
    algorithm: config.tokenAlgorithm,
    previousSecret: config.tokenSecretPrevious,
    files: config.keyFiles[realm]
  })
}
