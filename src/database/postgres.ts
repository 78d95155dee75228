import knex, { type Knex } from 'knex'
import type { Client } from 'pg'
import { columnTypes } from './types.js'

/** Milliseconds, chosen so that a request whose database is away or hangs is answered within three seconds. */
const TIMEOUTS = {
  /** Waiting for a connection of the pool, or for a new one. */
  acquire: 1_400,
  /** A statement, ended by the server. */
  statement: 1_200,
  /** A statement, when the server does not even say that it ended it. */
  answer: 1_400
}
const PATIENT_ACQUIRE = 60_000

/** A pool whose statements end in time for a request. */
export function postgresPool(url: string, size: number, warn: (message: string) => void): Knex {
  return knex({
    client: 'pg',
    connection: {
      ...connectionOf(url),
      connectionTimeoutMillis: TIMEOUTS.acquire,
      statement_timeout: TIMEOUTS.statement,
      query_timeout: TIMEOUTS.answer
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: TIMEOUTS.acquire,
    compileSqlOnError: false,
    pool: { min: 0, max: size, afterCreate: dropWhenSilent },
    log: { warn, error: warn }
  })
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
    options: '-c TimeZone=UTC'
  }
}

type Callback = (error: Error | undefined, ...rest: unknown[]) => void

/**
 * A connection whose statement got no answer in time is not to be used again: node-postgres would send the next one
 * behind it. Its socket is closed, and the pool makes another.
 */
function dropWhenSilent(client: Client, done: (error: Error | null, client: Client) => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const check = (error: unknown): void => {
    if (error instanceof Error && error.message === 'Query read timeout') {
      const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
      connection.stream.destroy()
    }
  }
  const checked = (...args: unknown[]): unknown => {
    const callback = args.at(-1)
    if (typeof callback !== 'function') {
      const result = query(...args)
      if (result instanceof Promise) result.catch(check)
      return result
    }
    return query(...args.slice(0, -1), ((error, ...rest) => {
      check(error)
      ;(callback as Callback)(error, ...rest)
    }) satisfies Callback)
  }
  client.query = checked as typeof client.query
  done(null, client)
}
