import knex, { type Knex } from 'knex'
import type { ClientConfig } from 'pg'
import { parseDatabaseAddress, type DatabaseAddress } from '../../config/database-address.js'
import { candidatesOf } from './candidates.js'
import { connectToFirst, type Wanted } from './first-answering.js'
import { sessionOptions } from './session.js'
import { dropHungConnections } from './hung-connections.js'
import { withoutWarnings } from '../knex-client.js'
import { columnTypes } from '../types.js'
import type { Schema } from '../schema/schema.js'
import { preparing, type DatabaseTracing } from '../tracing.js'

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
  /** `application_name` of its sessions, where the address has none; `quintet` where it is left out. */
  name?: string | undefined
  /** Without one, that with what PostgreSQL alone has. */
  schema?: Schema
  size: number
  namedStatements: boolean
  warn: (message: string) => void
  tracing?: DatabaseTracing | undefined
}

/** A pool whose statements end in time for a request. */
export function postgresPool(url: string, settings: PoolSettings): Knex {
  const { name, schema, size, namedStatements, warn, tracing } = settings
  const db = poolOf(url, {
    name,
    limits: {
      connectionTimeoutMillis: TIMEOUTS.connect,
      statement_timeout: TIMEOUTS.statement,
      query_timeout: TIMEOUTS.answer,
      idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction
    },
    acquireConnectionTimeout: TIMEOUTS.acquire,
    pool: { min: 0, max: size, afterCreate: preparing(dropHungConnections(), tracing?.traceStatements) },
    log: { warn, error: warn }
  })
  db.userParams = { schema, namedStatements, tracing }
  return db
}

/** A single connection without limits of time, for migrations and for operators. */
export function patientConnection(url: string, schema?: Schema): Knex {
  const db = poolOf(url, {
    // The driver leaves out a limit of 0, and that of the role or the database would hold.
    settings: { statement_timeout: '0', idle_in_transaction_session_timeout: '0' },
    acquireConnectionTimeout: PATIENT_ACQUIRE,
    log: withoutWarnings,
    pool: { min: 0, max: 1 }
  })
  db.userParams = { schema }
  return db
}

interface PoolConfig extends Knex.Config {
  name?: string | undefined
  limits?: ClientConfig
  /** Of the session, beside those that all have. */
  settings?: Record<string, string>
}

function poolOf(url: string, { name = 'quintet', limits, settings, ...config }: PoolConfig): Knex {
  const address = parseDatabaseAddress(url, 'the address of the database')
  const session = sessionOf(address, name, settings)
  const ways = candidatesOf(address).map((way) => ({ ...way, ...session, ...limits }))
  const connection = ways[0] as Knex.PgConnectionConfig
  const db = knex({ ...config, client: 'pg', connection, compileSqlOnError: false })
  connectToFirst(db, ways, wantedOf(address.parameters.target_session_attrs, address.hosts.length))
  return db
}

/** What is the same for all hosts of the address. */
function sessionOf(
  { user, password, database, parameters }: DatabaseAddress,
  name: string,
  settings: PoolConfig['settings']
): ClientConfig {
  return {
    user,
    password,
    database,
    types: columnTypes,
    application_name: parameters.application_name ?? name,
    options: sessionOptions(parameters.options, settings),
    enableChannelBinding: /^(prefer|require)$/.test(parameters.channel_binding ?? ''),
    keepAlive: true
  }
}

/** Of several servers the primary: the others of a cluster take no writes. */
function wantedOf(attributes: string | undefined, hosts: number): Wanted {
  if (attributes === undefined || attributes === 'any') return hosts > 1 ? 'primary' : undefined
  return /^(primary|read-write)$/.test(attributes) ? 'primary' : 'standby'
}
