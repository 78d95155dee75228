import cluster from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import type { DestinationStream, Logger } from 'pino'
import { purgeAttempts } from '../accounts/limits/attempts.js'
import { encryptAnew } from '../accounts/second-factor/encrypt-anew.js'
import { deriveFactorKeys } from '../accounts/second-factor/keys.js'
import { addMonths } from '../audit/months.js'
import type { Config } from '../config/config.js'
import { readKeyFiles } from '../config/key-files.js'
import { createContext, type Context } from './context.js'
import { openLog } from './open-log.js'
import { connect } from '../database/connection/connect.js'
import { migrate } from '../database/migrations/migrate.js'
import { serverName } from '../database/migrations/servers.js'
import { keepTrail } from './audit-upkeep.js'
import { freeMemoryWhenQuiet } from './free-memory.js'
import { listen } from './listen.js'
import { listenForMetrics } from './metrics-port.js'
import { refusePrintedPasswords } from './printed-passwords.js'
import { addSamples } from './samples.js'
import { withTokenSecret } from '../config/token-secret.js'
import { createServer, type ApiWrapper } from './create-server.js'
import { realmNamed } from '../realms/realms.js'
import { purgeSessions } from '../sessions/rows.js'
import type { Telemetry } from '../telemetry/telemetry.js'
import { purgeRevokedTokens } from '../tokens/revocation.js'
import { purgeDeliveries } from '../webhooks/deliveries.js'
import { deriveWebhookKeys, encryptWebhooksAnew } from '../webhooks/secrets.js'
import { sendWebhooks } from './webhooks.js'

export interface Running {
  ports: number[]
  context: Context
  /** Answers what is in flight, then ends everything that `start` began. */
  stop: () => Promise<void>
}

export interface StartOptions {
  /** Of the log, in place of standard output. */
  destination?: DestinationStream | undefined
  /** Opens another database than that of the configuration. */
  openDatabase?: typeof connect | undefined
  wrapper?: ApiWrapper
}

const PURGE_EVERY_MS = 10 * 60_000

/** Opens and migrates the database, builds the server and listens. What fails leaves nothing open behind. */
export async function start(
  config: Config,
  { destination, openDatabase, wrapper }: StartOptions = {}
): Promise<Running> {
  const context = await openContext(config, {
    ...(await openLog(config, destination)),
    name: serverName(config.databaseSchema),
    openDatabase
  })
  try {
    if (config.production && cluster.isPrimary) await refusePrintedPasswords(context.database.db, config.apis)
    if (config.hideAccounts) await hashForUnknownAccounts(context)
    return await run(context, wrapper)
  } catch (error) {
    await context.close()
    throw error
  }
}

async function run(context: Context, wrapper?: ApiWrapper): Promise<Running> {
  const { config, telemetry } = context
  const { app, unreadable } = await createServer(context, wrapper)
  const answer = app.callback()
  const listener = telemetry?.tracing?.traceRequests(answer) ?? answer
  const listening = await listen(listener, config.host, config.ports, { unreadable })
  const metrics = await listenForMetrics(config, context.metrics).catch(async (error: unknown) => {
    await listening.close()
    throw error
  })
  const purge = setInterval(() => void purgeExpired(context), PURGE_EVERY_MS)
  purge.unref()
  const trail = keepTrail(context)
  const webhooks = sendWebhooks(context)
  const stopFreeing = freeMemoryWhenQuiet()
  const stop = async (): Promise<void> => {
    clearInterval(purge)
    stopFreeing()
    context.draining = true
    await delay(config.shutdownDelay * 1000)
    await Promise.all([listening.close(), metrics?.close(), webhooks.stop()])
    await trail.stop()
    await context.close()
  }
  return { ports: listening.ports, context, stop }
}

interface ContextOptions extends Pick<StartOptions, 'openDatabase'> {
  log: Logger
  telemetry?: Telemetry | undefined
  /** Of the sessions in PostgreSQL. */
  name?: string
  /** Called when a database is being created. */
  announce?: (line: string) => void
}

/** A context on a migrated database; the samples are there when the configuration asks for them. */
export async function openContext(
  config: Config,
  { log, telemetry, name, announce = console.log, openDatabase = connect }: ContextOptions
): Promise<Context> {
  const onFirstStart = (): void =>
    announce(`Creating the embedded database in ${config.dataDir}; this takes a few seconds, once.`)
  const onWarning = (message: string): void => log.warn({ cause: message }, 'database connection')
  const keyFiles = readKeyFiles(config.tokenKeyDir, config.apis)
  const complete = { ...withTokenSecret(config), keyFiles }
  const database = await openDatabase(config, { name, onFirstStart, onWarning, tracing: telemetry?.tracing })
  const context = createContext(complete, database, { log, telemetry })
  try {
    await prepareDatabase(context)
    return context
  } catch (error) {
    await context.close()
    throw error
  }
}

async function prepareDatabase(context: Context): Promise<void> {
  const { config, database, log } = context
  const onWait = (): void => log.warn('a migration waits for a table that other transactions use, a minute at most')
  await database.withoutTimeouts((db) => migrate(db, undefined, onWait))
  await addMonths(database.db)
  if (config.sampleAccounts) await addSamples(context)
  await keepSecretsReadable(context)
}

/** While there is a previous secret, what is encrypted under it is encrypted under the present one, before that is all there is. */
async function keepSecretsReadable({ config, database }: Context): Promise<void> {
  const { tokenSecret, tokenSecretPrevious: previous } = config
  if (previous === undefined) return
  await encryptAnew(database.db, deriveFactorKeys(tokenSecret, previous))
  await encryptWebhooksAnew(database.db, deriveWebhookKeys(tokenSecret, previous))
}

/** The hash that stands in for that of an unknown account is made now: the first such login would take longer. */
async function hashForUnknownAccounts({ config, passwords }: Context): Promise<void> {
  const schemes = new Set(config.apis.map((name) => realmNamed(name).hash))
  await Promise.all([...schemes].map((scheme) => passwords.verifyNothing(scheme, '')))
}

async function purgeExpired(context: Context): Promise<void> {
  const { database, log } = context
  try {
    await purgeRevokedTokens(database.db)
    await purgeSessions(database.db)
    await purgeAttempts(database.db)
    await purgeDeliveries(database.db)
    await keepSecretsReadable(context)
  } catch (error) {
    log.warn({ err: error }, 'could not purge what expired; trying again later')
  }
}
