import knex, { type Knex } from 'knex'
import type { Client } from 'pg'
import { dropSilent } from './silent-connections.js'
import { columnTypes } from './types.js'
import { sendUnnamed } from './unnamed.js'

/** Milliseconds, chosen so that a request whose database is away or hangs is answered within three seconds. */
const TIMEOUTS = {
  /** Waiting for a connection of the pool, or for a new one. */
  acquire: 1_200,
  /** Opening a connection: a slow one may come too late for this request and in time for the next. */
  connect: 2_500,
  /** A statement, ended by the server. */
  statement: 1_200,
  /** A statement, when the server does not even say that it ended it. */
  answer: 1_400,
  /**
   * Between two statements of a transaction. PostgreSQL does not learn that a server or its network is gone, and would
   * keep the locks of such a transaction for hours.
   */
  idleInTransaction: 3_000
}
const PATIENT_ACQUIRE = 60_000

export interface PoolSettings {
  size: number
  namedStatements: boolean
  warn(message: string): void
}

/** A pool whose statements end in time for a request. */
export function postgresPool(url: string, { size, namedStatements, warn }: PoolSettings): Knex {
  const watch = dropSilent()
  const db = knex({
    client: 'pg',
    connection: {
      ...connectionOf(url),
      connectionTimeoutMillis: TIMEOUTS.connect,
      statement_timeout: TIMEOUTS.statement,
      query_timeout: TIMEOUTS.answer,
      idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: TIMEOUTS.acquire,
    compileSqlOnError: false,
    pool: {
      min: 0,
      max: size,
      afterCreate(client: Client, done: Parameters<typeof watch>[1]) {
        if (!namedStatements) sendUnnamed(client)
        watch(client, done)
      }
    },
    log: { warn, error: warn }
  })
  db.userParams = { namedStatements }
  return db
}

/** A single connection without limits of time, for migrations and for operators. */
export function patientConnection(url: string): Knex {
  return knex({
    client: 'pg',
    connection: { ...connectionOf(url), statement_timeout: 0 } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: PATIENT_ACQUIRE,
    compileSqlOnError: false,
    pool: { min: 0, max: 1 }
  })
}

function connectionOf(url: string): Record<string, unknown> {
  return {
    connectionString: url,
    types: columnTypes,
    application_name: 'quintet',
    keepAlive: true,
    // Compiling a statement takes PostgreSQL half a second, and none of ours runs for so long.
    options: '-c TimeZone=UTC -c jit=off'
  }
}
