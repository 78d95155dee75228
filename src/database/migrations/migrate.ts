import type { Knex } from 'knex'
import { migrations, type MigrationName } from './index.js'
import { prepareSharedSchema, SHARED_SCHEMA } from './shared-schema.js'
import { refuseUnreleased } from './unreleased.js'

/** Any number that no other program locks in the same database. */
const MIGRATION_LOCK = 7_041_938

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(migrations)),
  getMigrationName: (name) => name,
  getMigration: (name) => Promise.resolve({ up: migrations[name as MigrationName], down: async () => {} })
}

/**
 * Brings the schema up to date. All of it is one transaction that holds an advisory lock: replicas that start together
 * wait for the first, and a process killed in the middle leaves nothing behind, knex's own lock row included.
 * Returns the names of the migrations that were applied. A schema that is up to date costs two queries. Throws for a
 * database that a version before 0.1.0 has migrated.
 */
export async function migrate(db: Knex, source = migrationSource): Promise<string[]> {
  if (await isUpToDate(db, source)) return []
  return whileLocked(db, (migrator) => migrator.latest(settingsOf(source)))
}

/** Applies the next migration alone: how a database of an earlier version is made. Returns its name. */
export async function migrateOnce(db: Knex): Promise<string[]> {
  return whileLocked(db, (migrator) => migrator.up(settingsOf(migrationSource)))
}

function settingsOf(source: Knex.MigrationSource<string>): Knex.MigratorConfig {
  return { migrationSource: source, schemaName: SHARED_SCHEMA }
}

async function whileLocked(db: Knex, work: (migrator: Knex.Migrator) => Promise<unknown>): Promise<string[]> {
  return db.transaction(async (transaction) => {
    // A pooler may have set one for all of its connections.
    await transaction.raw('set local statement_timeout = 0')
    await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK])
    await refuseUnreleased(transaction)
    await prepareSharedSchema(transaction)
    const [, applied] = (await work(transaction.migrate)) as [number, string[]]
    return applied
  })
}

export async function isMigrated(db: Knex): Promise<boolean> {
  const applied = await appliedTo(db)
  return Object.keys(migrations).every((name) => applied.has(name))
}

/** False when there is something to apply, or something that this server does not know, which Knex refuses. */
async function isUpToDate(db: Knex, source: Knex.MigrationSource<string>): Promise<boolean> {
  const {
    rows: [{ made }]
  } = await db.raw<{ rows: [{ made: boolean }] }>(
    `select to_regclass('${SHARED_SCHEMA}.knex_migrations') is not null as made`
  )
  if (!made) return false
  const [applied, known] = [await appliedTo(db), await source.getMigrations([])]
  return applied.size === known.length && known.every((name) => applied.has(name))
}

async function appliedTo(db: Knex): Promise<Set<string>> {
  const rows: { name: string }[] = await db(`${SHARED_SCHEMA}.knex_migrations`).select('name')
  return new Set(rows.map(({ name }) => name))
}
