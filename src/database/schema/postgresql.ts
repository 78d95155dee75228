import type { Knex } from 'knex'
import { migrations } from '../migrations/index.js'
import type { Schema } from './schema.js'

/** Any number that no other program locks in the same database. */
const MIGRATION_LOCK = 7_041_938

/** With what PostgreSQL alone has, and PGlite: triggers, an index of trigrams, partitions, advisory locks. */
export const postgresql: Schema = {
  migrations,
  migratesAtOnce: true,
  hasTrigrams: true,
  hasMonths: true,
  async lockMigrations(transaction) {
    await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK])
  },
  async lock(transaction, name) {
    await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [name])
  },
  writers
}

/** Transactions that hold the lock of an insert. */
async function writers(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { writer: string }[] }>(`
    select virtualtransaction as writer from pg_locks
    where relation = 'audit.events'::regclass and mode = 'RowExclusiveLock'
      and database = (select oid from pg_database where datname = current_database())`)
  return rows.map(({ writer }) => writer)
}
