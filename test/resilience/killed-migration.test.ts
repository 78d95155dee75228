import knex, { type Knex } from 'knex'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { launchServer, spawnServer } from '../support/server-process.js'
import { logInAsAdministrator } from '../support/writer.js'
import { migrateOnce } from '../../src/database/migrations/migrate.js'
import { migrations, type MigrationName } from '../../src/database/migrations/index.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

interface Obstacle {
  sql: string
  /** It holds something of the version before, which must be there. */
  holds?: true
}

/**
 * What keeps each migration from going on, done by a transaction that has not ended: the same object, or a
 * lock on what it changes. It waits for that with everything before it done.
 */
const OBSTACLES: Record<MigrationName, Obstacle> = {
  '0001-shared': { sql: 'create table quintet.revoked_tokens ()', holds: true },
  '0002-tms': { sql: 'create schema tms' },
  '0003-julong': { sql: 'create schema julong' },
  '0004-waste-sorting': { sql: 'create schema waste_sorting' },
  '0005-user-login': { sql: 'create schema user_login' },
  '0006-back-office': { sql: 'create schema back_office' },
  '0007-counts': { sql: 'create table tms.task_counts ()', holds: true },
  '0008-search': { sql: 'create table back_office.search_texts ()', holds: true },
  '0009-audit': { sql: 'create schema audit' },
  '0010-julong-rights': { sql: 'create table julong.held ()', holds: true },
  '0011-audit-names': { sql: 'lock table audit.events in access share mode', holds: true },
  '0012-julong-role-names': { sql: 'lock table julong.roles in share mode', holds: true },
  '0014-groups': { sql: 'create table tms.task_groups ()', holds: true },
  '0015-audit-counts': { sql: 'create table audit.counts ()', holds: true },
  '0016-sessions': { sql: 'create table quintet.sessions ()', holds: true },
  '0017-second-factor': { sql: 'create table quintet.second_factors ()', holds: true },
  '0018-webhooks': { sql: 'create table quintet.webhooks ()', holds: true },
  '0019-timelines': { sql: 'create table quintet.timelines ()', holds: true },
  '0020-ids.needs-0020': { sql: 'lock table tms.tasks in access share mode', holds: true }
}
const FIRST_STARTS = 12
const LOOK_INTERVAL_MS = 50
const LOOK_FOR_MS = 30_000

measuredTest(
  'kill -9 in the middle of every migration: it is rolled back, and the next start succeeds',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    try {
      const all = Object.keys(migrations).length
      for (const [name, obstacle] of Object.entries(OBSTACLES)) {
        const applied = await killDuring(postgres, name, obstacle)
        if (applied !== all) throw new Error(`${applied} migrations after the next start`)
      }
      return [
        {
          name: 'postgresql: kills in mid-migration, nothing left behind, next start good',
          value: `${all} of ${all}`
        },
        await killFirstStarts(postgres.folder)
      ]
    } finally {
      await postgres.remove()
    }
  }
)

/** The embedded database is made at its first start, which is killed as its files come up, from the first to the last. */
async function killFirstStarts(folder: string): Promise<Figure> {
  const env = { APIS: 'waste-sorting', LOG_LEVEL: 'error' }
  const whole = join(folder, 'whole')
  await (await spawnServer({ ...env, DATA_DIR: whole })).end()
  const files = countFiles(whole)
  for (let kill = 0; kill < FIRST_STARTS; kill += 1) {
    const dataDir = join(folder, `cut-${kill}`)
    const server = launchServer({ ...env, DATA_DIR: dataDir })
    const enough = Math.max(1, Math.floor((files * kill) / FIRST_STARTS))
    await until(async () => countFiles(dataDir) >= enough, `the first start made no ${enough} files`, 10)
    await server.end('SIGKILL')
    const next = await spawnServer({ ...env, DATA_DIR: dataDir })
    await logInAsAdministrator(next.origin)
    await next.end()
  }
  return { name: 'embedded: first starts killed, next start good', value: `${FIRST_STARTS} of ${FIRST_STARTS}` }
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).length
  } catch {
    // Not there yet, or a folder in it is there no more.
    return 0
  }
}

/** Returns how many migrations there are after the next start. */
async function killDuring(postgres: Postgres, name: string, { sql, holds }: Obstacle): Promise<number> {
  const url = await postgres.createDatabase(`killed_${name.replace(/\W/g, '_')}`)
  const env = { DATABASE_URL: url, DATA_DIR: postgres.folder, APIS: 'waste-sorting', LOG_LEVEL: 'error' }
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 2 } })
  try {
    if (holds) await migrateUpTo(db, name)
    const before = await tablesIn(db)
    const holder = await db.transaction()
    await holder.raw(sql)
    const server = launchServer(env)
    await untilMigrationWaits(db)
    await server.end('SIGKILL')
    await holder.rollback()
    await untilOthersAreGone(db)
    const left = (await tablesIn(db)).filter((table) => !before.includes(table))
    if (left.length > 0) throw new Error(`left behind by the killed migration: ${left.join(', ')}`)
    await (await spawnServer(env)).end()
    const rows: unknown[] = await db('quintet.knex_migrations').select('name')
    return rows.length
  } finally {
    await db.destroy()
  }
}

async function migrateUpTo(db: Knex, name: string): Promise<void> {
  await db.raw('create schema quintet')
  for (const earlier of Object.keys(migrations)) {
    if (earlier === name) return
    await migrateOnce(db)
  }
}

const OTHERS = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'quintet%'`

async function untilMigrationWaits(db: Knex): Promise<void> {
  // It waits for a transaction or a table, not for the lock that keeps replicas apart.
  const waiting = `${OTHERS} and wait_event_type = 'Lock' and wait_event in ('transactionid', 'relation')`
  await until(async () => (await count(db, waiting)) === 1, 'no migration waits in the middle')
}

async function untilOthersAreGone(db: Knex): Promise<void> {
  await until(async () => (await count(db, OTHERS)) === 0, 'the killed migration still has a session')
}

async function until(holds: () => Promise<boolean>, complaint: string, interval = LOOK_INTERVAL_MS): Promise<void> {
  const deadline = performance.now() + LOOK_FOR_MS
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(complaint)
    await delay(interval)
  }
}

async function count(db: Knex, from: string): Promise<number> {
  const { rows } = await db.raw(`select count(*)::integer as count ${from}`)
  return (rows as [{ count: number }])[0].count
}

async function tablesIn(db: Knex): Promise<string[]> {
  const { rows } = await db.raw(`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  return (rows as { name: string }[]).map(({ name }) => name)
}
