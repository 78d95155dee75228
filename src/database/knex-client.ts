import type { Knex } from 'knex'
import type { Client } from 'pg'

/** What is used of Knex's client for PostgreSQL, which Knex leaves untyped. */
interface KnexClient {
  acquireConnection: () => Promise<Client>
  releaseConnection: (connection: Client) => Promise<void>
  acquireRawConnection: () => Promise<Client>
  pool: { max: number }
  version?: string | undefined
}

export function clientOf(db: Knex): KnexClient {
  return db.client as KnexClient
}

/** Knex prints two lines for each migration that fails or is blocked, beside the error that it throws. */
export const withoutWarnings: Knex.Logger = { warn: () => {} }
