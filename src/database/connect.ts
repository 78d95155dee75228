import knex, { type Knex } from 'knex'
import type { Config } from '../config.js'
import { embeddedConnection } from './embedded.js'
import { columnTypes } from './types.js'

export interface Database {
  db: Knex
  kind: 'postgresql' | 'embedded'
  close(): Promise<void>
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'databasePool'>

/** Milliseconds that a request waits for a connection before it answers 503. */
const ACQUIRE_TIMEOUT = 2_500
/** Milliseconds after which a statement is given up; migrations lift it. */
const STATEMENT_TIMEOUT = 30_000

/** Opens PostgreSQL where `DATABASE_URL` names one, else the embedded database in the data folder. */
export async function connect(config: DatabaseConfig, onFirstStart?: () => void): Promise<Database> {
  return config.databaseUrl === undefined
    ? connectEmbedded(config.dataDir, onFirstStart)
    : connectPostgres(config.databaseUrl, config.databasePool)
}

async function connectPostgres(url: string, poolSize: number): Promise<Database> {
  const db = knex({
    client: 'pg',
    connection: {
      connectionString: url,
      types: columnTypes,
      application_name: 'quintet',
      connectionTimeoutMillis: ACQUIRE_TIMEOUT,
      statement_timeout: STATEMENT_TIMEOUT,
      keepAlive: true,
      options: '-c TimeZone=UTC'
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: ACQUIRE_TIMEOUT,
    pool: { min: 0, max: poolSize }
  })
  try {
    await db.raw('select 1')
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, kind: 'postgresql', close: () => db.destroy() }
}

async function connectEmbedded(dataDir: string, onFirstStart?: () => void): Promise<Database> {
  const embedded = await embeddedConnection(dataDir, onFirstStart)
  const db = knex({
    client: 'pg',
    connection: () => ({ ...embedded.connection, types: columnTypes }) as Knex.PgConnectionConfig,
    acquireConnectionTimeout: 5_000,
    // The embedded database has one session: a second connection would wait for the first for ever.
    pool: { min: 0, max: 1 }
  })
  const stopUpkeep = embedded.startUpkeep(db)
  return {
    db,
    kind: 'embedded',
    async close() {
      stopUpkeep()
      await db.raw('checkpoint')
      await db.destroy()
      await embedded.close()
    }
  }
}
