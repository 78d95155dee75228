import type { Knex } from 'knex'
import { portableMigrations } from '../migrations/portable/index.js'
import { prepareSharedSchema, SHARED_SCHEMA } from '../migrations/shared-schema.js'
import type { Schema } from './schema.js'

const LOCKS = `${SHARED_SCHEMA}.locks`

/** In plain SQL: views count and fold, rows are locked. For engines that speak PostgreSQL and lack what it alone has. */
export const portable: Schema = {
  migrations: portableMigrations,
  migratesAtOnce: false,
  hasTrigrams: false,
  hasMonths: false,
  async lockMigrations(transaction) {
    await prepareSharedSchema(transaction)
    await transaction.raw(`create table if not exists ${LOCKS} (name text primary key)`)
    await lock(transaction, 'migrations')
  },
  lock,
  writers
}

async function lock(transaction: Knex.Transaction, name: string): Promise<void> {
  await transaction(LOCKS).insert({ name }).onConflict().ignore()
  await transaction(LOCKS).where({ name }).forUpdate().first()
}

/** The rows of `audit.writers` that somebody has locked. The statement itself locks the others for as long as it takes. */
async function writers(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { slot: string }[] }>(`
    with free as materialized (select slot from audit.writers for update skip locked)
    select slot::text as slot from audit.writers where slot not in (select slot from free)`)
  return rows.map(({ slot }) => slot)
}
