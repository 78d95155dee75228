import knex, { type Knex } from 'knex'
import type { Config } from '../../config/config.js'
import { parseDatabaseAddress } from '../../config/database-address.js'
import type { Embedded } from './embedded.js'
import { patientConnection, postgresPool } from './postgres.js'
import { createRead, type Read } from './replica.js'
import { checkSession } from './session.js'
import { withoutWarnings } from '../knex-client.js'
import { schemaNamed, type Schema } from '../schema/schema.js'
import { preparing, type DatabaseTracing } from '../tracing.js'
import { columnTypes } from '../types.js'

export interface Database {
  db: Knex
  kind: 'postgresql' | 'embedded'
  read: Read
  /** Does work that may take longer than a request may: migrations, export, import. */
  withoutTimeouts: <Result>(work: (db: Knex) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}

type DatabaseConfig = Pick<
  Config,
  'databaseUrl' | 'databaseReadUrl' | 'databaseSchema' | 'dataDir' | 'databasePool' | 'namedStatements'
>

export interface DatabaseEvents {
  onFirstStart?: () => void
  /** A connection was lost or could not be had; the statement that needed it reports the rest. */
  onWarning?: (message: string) => void
}

export interface ConnectOptions extends DatabaseEvents {
  /** Of the sessions, as `PoolSettings` has it. */
  name?: string | undefined
  tracing?: DatabaseTracing | undefined
}

const EMBEDDED_ACQUIRE_TIMEOUT = 5_000

/** Throws when PostgreSQL cannot be reached, or the data folder is held by another process. */
export async function connect(config: DatabaseConfig, options: ConnectOptions = {}): Promise<Database> {
  return config.databaseUrl === undefined
    ? connectEmbedded(config, options)
    : connectPostgres(config.databaseUrl, config, options)
}

async function connectPostgres(
  url: string,
  { databaseReadUrl, databaseSchema, databasePool: size, namedStatements }: DatabaseConfig,
  { name, onWarning: warn = () => {}, tracing }: ConnectOptions
): Promise<Database> {
  const schema = schemaNamed(databaseSchema)
  const options = { name, schema, size, namedStatements, warn, tracing }
  const db = postgresPool(url, options)
  await checkDatabase(db, url, warn)
  const replica = databaseReadUrl === undefined ? undefined : postgresPool(databaseReadUrl, options)
  return {
    db,
    kind: 'postgresql',
    read: replica === undefined ? (work) => work(db) : createRead(db, replica, warn),
    withoutTimeouts: (work) => withPatientConnection(url, schema, work),
    close: async () => void (await Promise.all([db.destroy(), replica?.destroy()]))
  }
}

/** Closes the pool and throws when the database cannot be used. */
async function checkDatabase(db: Knex, url: string, warn: (message: string) => void): Promise<void> {
  try {
    const remark = await checkSession(db)
    if (remark !== undefined) warn(`the database ${remark}`)
  } catch (error) {
    await db.destroy()
    const what = 'code' in (error as Error) ? 'cannot connect to' : 'cannot use'
    throw new Error(`${what} the database at ${hostsOf(url)}: ${(error as Error).message}`, { cause: error })
  }
}

async function withPatientConnection<Result>(
  url: string,
  schema: Schema,
  work: (db: Knex) => Promise<Result>
): Promise<Result> {
  const patient = patientConnection(url, schema)
  try {
    return await work(patient)
  } finally {
    await patient.destroy()
  }
}

function hostsOf(url: string): string {
  const { hosts } = parseDatabaseAddress(url, 'the address of the database')
  return hosts.map(({ host = 'localhost', port }) => (port === undefined ? host : `${host}:${port}`)).join(', ')
}

async function connectEmbedded(
  { dataDir, databaseSchema }: DatabaseConfig,
  { tracing, ...events }: ConnectOptions
): Promise<Database> {
  const { embeddedConnection } = await loadEmbedded()
  const schema = schemaNamed(databaseSchema)
  return embeddedDatabase(await embeddedConnection(dataDir, events), { schema, tracing })
}

/** A new database in the memory of this process, which is gone when it is closed. */
export async function connectInMemory(
  { databaseSchema }: DatabaseConfig,
  { tracing }: ConnectOptions = {}
): Promise<Database> {
  const { embeddedInMemory } = await loadEmbedded()
  return embeddedDatabase(await embeddedInMemory(), { schema: schemaNamed(databaseSchema), tracing })
}

/** Only where it is needed: PGlite takes memory and time to load. */
const loadEmbedded = (): Promise<typeof import('./embedded.js')> => import('./embedded.js')

interface EmbeddedSettings {
  schema: Schema
  tracing: DatabaseTracing | undefined
}

function embeddedDatabase(embedded: Embedded, settings: EmbeddedSettings): Database {
  const db = embeddedPool(embedded, settings)
  const stopUpkeep = embedded.startUpkeep(db)
  return {
    db,
    kind: 'embedded',
    read: (work) => work(db),
    withoutTimeouts: (work) => work(db),
    async close() {
      stopUpkeep()
      await db.raw('checkpoint')
      await db.destroy()
      await embedded.close()
    }
  }
}

function embeddedPool({ connection }: Embedded, { schema, tracing }: EmbeddedSettings): Knex {
  const db = knex({
    client: 'pg',
    connection: () => ({ ...connection, types: columnTypes }) as Knex.PgConnectionConfig,
    acquireConnectionTimeout: EMBEDDED_ACQUIRE_TIMEOUT,
    log: withoutWarnings,
    compileSqlOnError: false,
    // The embedded database has one session: a second connection would wait for the first for ever.
    pool: { min: 0, max: 1, afterCreate: preparing(tracing?.traceStatements) }
  })
  db.userParams = { schema, namedStatements: true, tracing }
  return db
}
