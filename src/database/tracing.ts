import type { Knex } from 'knex'
import type { Client } from 'pg'
import { createBatchLoader } from './queries/batch-loader.js'

/** Puts spans around the work of a database. */
export interface DatabaseTracing {
  /** Called with each new connection, before its first statement. */
  traceStatements: (client: Client) => void
  createBatchLoader: typeof createBatchLoader
}

interface UserParams {
  namedStatements?: boolean
  tracing?: DatabaseTracing | undefined
}

/** Makes batch loaders for this database, with spans where it is traced. */
export function batchLoaderOf(db: Knex): typeof createBatchLoader {
  return (db.userParams as UserParams).tracing?.createBatchLoader ?? createBatchLoader
}

type AfterCreate = (client: Client, done: (error: Error | null, client: Client) => void) => void

/** What a pool does with each new connection. */
export function preparing(...steps: (((client: Client) => void) | undefined)[]): AfterCreate {
  return (client, done) => {
    for (const step of steps) step?.(client)
    done(null, client)
  }
}
