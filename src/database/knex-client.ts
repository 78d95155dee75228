import type { Knex } from 'knex'
import type { Client } from 'pg'

/** What is used of Knex's client for PostgreSQL, which Knex leaves untyped. */
interface KnexClient {
  acquireConnection: () => Promise<Client>
  releaseConnection: (connection: Client) => Promise<void>
  /** Opens a connection for the pool. */
  acquireRawConnection: () => Promise<Client>
  pool: { max: number }
  /** Of the server. */
  version?: string | undefined
}

export function clientOf(db: Knex): KnexClient {
  return db.client as KnexClient
}
