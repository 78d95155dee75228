import type { Knex } from 'knex'
import type { DatabaseSchema } from '../../config/database-schemas.js'
import type { Migration } from '../migrations/migration.js'
import { portable } from './portable.js'
import { postgresql } from './postgresql.js'

/** What differs between the schemas. Their relations have the same names, and so most statements are the same. */
export interface Schema {
  migrations: Record<string, Migration>
  /** Whether all pending migrations are one transaction; otherwise each is one. */
  migratesAtOnce: boolean
  /** Whether the search has an index of trigrams, and statistics that tell which are frequent. */
  hasTrigrams: boolean
  /** Whether the audit trail is in months, which can be archived and dropped. */
  hasMonths: boolean
  /** Holds off other migrations until the transaction ends. */
  lockMigrations: (transaction: Knex.Transaction) => Promise<void>
  /** Holds off whoever locks the same name until the transaction ends. */
  lock: (transaction: Knex.Transaction, name: string) => Promise<void>
  /**
   * What transactions hold that write to the audit trail, taken before they are given an id. What is held by a later
   * writer may have the same name.
   */
  writers: (db: Knex) => Promise<string[]>
}

const schemas: Record<DatabaseSchema, Schema> = { postgresql, portable }

export function schemaNamed(name: DatabaseSchema): Schema {
  return schemas[name]
}

/** That of the configuration by which the database was opened. */
export function schemaOf(db: Knex): Schema {
  return (db.userParams as { schema?: Schema }).schema ?? postgresql
}

/** Throws where another schema than `own` has made a database that has these migrations. */
export function refuseOtherSchema(applied: string[], own: Schema): void {
  for (const [name, { migrations }] of Object.entries(schemas)) {
    const [first = ''] = Object.keys(migrations)
    if (!(first in own.migrations) && applied.includes(first))
      throw new Error(
        `the database was made with DATABASE_SCHEMA=${name}: start the server with that, or on another database`
      )
  }
}
