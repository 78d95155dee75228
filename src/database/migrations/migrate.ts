import type { Knex } from 'knex'
import type { Timestamp } from '../types.js'
import { refuseOtherSchema, schemaOf } from '../schema/schema.js'
import { whileLocked } from './locked.js'
import { sourceOf } from './migration.js'
import { refuseNewer } from './newer.js'
import { refuseWhileServed } from './servers.js'
import { SHARED_SCHEMA } from './shared-schema.js'
import { refuseUnreleased } from './unreleased.js'

type Source = Knex.MigrationSource<string>
type Ran = [batch: number, names: string[]]

const LIST = `${SHARED_SCHEMA}.knex_migrations`

/** A migration that the database has, this version knows, or both. */
export interface MigrationState {
  name: string
  /** Null for one that is pending. */
  appliedAt: Timestamp | null
  known: boolean
}

/**
 * Brings the schema up to date. Replicas that start together wait for the first, and a process that is killed in the
 * middle leaves nothing behind of what was one transaction, knex's own lock row included: of all pending migrations, or in a
 * schema that `migratesAtOnce` does not hold for, of one. Returns the names of the migrations that were applied. A schema
 * that is up to date, or newer in a way that this version can use, costs two queries. Throws for a newer one that it cannot
 * use, and for a database that another schema or a version before 0.1.0 has made. `onWait` is called once for each
 * transaction that waits for others, which use a table that a migration changes.
 */
export async function migrate(db: Knex, from: Source = ownSource(db), onWait?: () => void): Promise<string[]> {
  const applied: string[] = []
  while (await hasPending(db, from)) applied.push(...(await whileLocked(db, (locked) => apply(locked, from), onWait)))
  return applied
}

async function apply(transaction: Knex.Transaction, from: Source): Promise<string[]> {
  if (!(await hasPending(transaction, from))) return []
  const { migrate: migrator } = transaction
  const settings = settingsOf(from)
  const [, applied] = (await (schemaOf(transaction).migratesAtOnce
    ? migrator.latest(settings)
    : migrator.up(settings))) as Ran
  return applied
}

/** Applies the next migration alone: how a database of an earlier version is made. Returns its name. */
export async function migrateOnce(db: Knex, from: Source = ownSource(db)): Promise<string[]> {
  return whileLocked(db, async (transaction) => {
    const [, applied] = (await transaction.migrate.up(settingsOf(from))) as Ran
    return applied
  })
}

/**
 * Undoes the newest migration. Throws where that is not `name`, or one that cannot be undone or is not known, and while servers
 * that know it are connected.
 */
export async function undoMigration(db: Knex, name: string, from: Source = ownSource(db)): Promise<void> {
  await whileLocked(db, async (transaction) => {
    const newest = (await migrationStates(transaction, from)).filter(({ appliedAt }) => appliedAt !== null).at(-1)
    if (newest?.name !== name) throw new Error(`the newest migration is ${newest?.name ?? 'none'}, not ${name}`)
    if (!newest.known) throw new Error(`this version does not know ${name}: undo it with the version that applied it`)
    await refuseWhileServed(transaction, name)
    await transaction.migrate.down({ ...settingsOf(from), name })
  })
}

/** In the order in which they were applied, then the pending ones. Throws for a database of another schema. */
export async function migrationStates(db: Knex, from: Source = ownSource(db)): Promise<MigrationState[]> {
  const known = await from.getMigrations([])
  const applied = await appliedTo(db)
  refuseOtherSchema([...applied.keys()], schemaOf(db))
  const pending = known.filter((name) => !applied.has(name))
  return [
    ...[...applied].map(([name, appliedAt]) => ({ name, appliedAt, known: known.includes(name) })),
    ...pending.map((name) => ({ name, appliedAt: null, known: true }))
  ]
}

export async function isMigrated(db: Knex): Promise<boolean> {
  const applied = new Set(await db(LIST).pluck<string[]>('name'))
  return Object.keys(schemaOf(db).migrations).every((name) => applied.has(name))
}

function ownSource(db: Knex): Source {
  return sourceOf(schemaOf(db).migrations)
}

/** Throws where the database has migrations that this version does not know and cannot live with. */
async function hasPending(db: Knex, from: Source): Promise<boolean> {
  const states = await migrationStates(db, from)
  const names = (wanted: (state: MigrationState) => boolean): string[] => states.filter(wanted).map(({ name }) => name)
  const pending = names(({ appliedAt }) => appliedAt === null)
  const unknown = names(({ known }) => !known)
  if (unknown.length > 0) {
    await refuseUnreleased(db)
    refuseNewer(unknown, await from.getMigrations([]), pending)
  }
  return pending.length > 0
}

function settingsOf(from: Source): Knex.MigratorConfig {
  // `hasPending` judges what Knex would refuse: migrations that a newer version has applied.
  return { migrationSource: from, schemaName: SHARED_SCHEMA, disableMigrationsListValidation: true }
}

/** When each was applied, in that order. */
async function appliedTo(db: Knex): Promise<Map<string, Timestamp>> {
  const {
    rows: [{ made }]
  } = await db.raw<{ rows: [{ made: boolean }] }>(`select to_regclass('${LIST}') is not null as made`)
  if (!made) return new Map()
  const rows = (await db(LIST).orderBy('id')) as { name: string; migration_time: Timestamp }[]
  return new Map(rows.map(({ name, migration_time: at }) => [name, at]))
}
