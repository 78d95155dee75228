import { chmodSync, existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createPgConfig, type PGlitePgConfig } from '@electric-sql/pglite/node-postgres'
import type { Knex } from 'knex'
import { prepareDataDir } from '../../config/data-dir.js'
import { giveTurnsBetweenStatements } from './embedded-turns.js'
import { lockFolder } from './folder-lock.js'

const SETTINGS = ['max_wal_size=64MB', 'min_wal_size=32MB', 'TimeZone=UTC']
const CHECKPOINT_EVERY_MS = 60_000
const VACUUM_EVERY_CHECKPOINTS = 30
/** A checkpoint on a full disk ends PostgreSQL for good; without one, reads and what fits go on. */
const CHECKPOINT_NEEDS_BYTES = 16 * 1024 * 1024

export interface Embedded {
  connection: PGlitePgConfig
  /** Checkpoints and vacuums on a timer, which PGlite never does by itself. Returns how to stop it. */
  startUpkeep(db: Knex): () => void
  close(): Promise<void>
}

export interface EmbeddedEvents {
  onFirstStart?: () => void
  /** The folder cannot keep away processes of other PID namespaces. */
  onWarning?: (message: string) => void
}

/** PGlite in `<dataDir>/postgres`. Throws when another process holds the folder: two of them would corrupt it. */
export async function embeddedConnection(dataDir: string, events: EmbeddedEvents): Promise<Embedded> {
  prepareDataDir(dataDir)
  const unlock = await lockFolder(dataDir, events.onWarning)
  try {
    const lite = await openLite(join(dataDir, 'postgres'), events.onFirstStart)
    return {
      connection: createPgConfig(lite),
      startUpkeep: (db) => startUpkeep(db, () => hasSpace(dataDir)),
      close: () => lite.close().then(unlock)
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** A new PGlite in the memory of this process. */
export async function embeddedInMemory(): Promise<Embedded> {
  const lite = await createLite('memory://')
  return {
    connection: createPgConfig(lite),
    startUpkeep: (db) => startUpkeep(db, () => true),
    close: () => lite.close()
  }
}

async function openLite(folder: string, onFirstStart?: () => void): Promise<PGlite> {
  const finished = beginCreation(folder, onFirstStart)
  const lite = await createLite(folder)
  closeToOthers(folder)
  finished()
  return lite
}

/** Every user may read and write the files that PGlite makes. */
function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    // Only the owner of a folder may close it.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
}

async function createLite(dataDir: string): Promise<PGlite> {
  const lite = await PGlite.create({
    dataDir,
    extensions: { pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])]
  })
  giveTurnsBetweenStatements(lite)
  return lite
}

export function hasEmbedded(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres', 'PG_VERSION'))
}

/** Marks a database that is being created, so that the next start replaces an incomplete one. Returns how to unmark it. */
function beginCreation(folder: string, onFirstStart?: () => void): () => void {
  const mark = `${folder}.unfinished`
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true })
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    onFirstStart?.()
    writeFileSync(mark, '')
  }
  return () => rmSync(mark, { force: true })
}

function startUpkeep(db: Knex, canWrite: () => boolean): () => void {
  let round = 0
  const timer = setInterval(() => {
    if (!canWrite()) return
    round += 1
    const work = round % VACUUM_EVERY_CHECKPOINTS === 0 ? 'vacuum analyze' : 'checkpoint'
    db.raw(work).catch(() => {
      // A failed upkeep is tried again next time; the statement that meets the same error reports it.
    })
  }, CHECKPOINT_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function hasSpace(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= CHECKPOINT_NEEDS_BYTES
}
