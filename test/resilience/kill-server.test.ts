import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startLoad, type Load } from '../support/load.js'
import { freePort } from '../support/ports.js'
import { startPostgres } from '../support/postgres.js'
import { verifyWrites } from '../support/verify-writes.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const KILLS = { postgresql: 50, embedded: 20 }
const LOAD = { writers: 6, readers: 0 }
/** Good answers of every writer between a start and the next kill. */
const WRITES_BEFORE_KILL = 3
const LATEST_KILL_MS = 60
const PATIENCE_MS = 60_000

type Store = { databaseUrl: string | undefined; dataDir: string }

measuredTest(
  'kill -9 under concurrent writes: every acknowledged write is kept, and none is partial',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const folder = mkdtempSync(join(tmpdir(), 'quintet-kill-server-'))
    try {
      const databaseUrl = await postgres.createDatabase('killed')
      return [
        ...(await killAgainAndAgain('postgresql', { databaseUrl, dataDir: join(folder, 'postgresql') })),
        ...(await killAgainAndAgain('embedded', { databaseUrl: undefined, dataDir: join(folder, 'embedded') }))
      ]
    } finally {
      await postgres.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

async function killAgainAndAgain(kind: keyof typeof KILLS, store: Store): Promise<Figure[]> {
  const { databaseUrl, dataDir } = store
  const env = {
    ...UNLIMITED,
    APIS: 'tms,waste-sorting',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl })
  }
  let server = await spawnServer(env)
  let load: Load | undefined
  let staleLocks = 0
  try {
    load = await startLoad(server.origin, LOAD)
    for (let kill = 1; kill <= KILLS[kind]; kill += 1) {
      await load.untilAllGood(WRITES_BEFORE_KILL, PATIENCE_MS)
      await delay(Math.random() * LATEST_KILL_MS)
      await server.end('SIGKILL')
      if (holdsLock(dataDir, server)) staleLocks += 1
      server = await spawnServer(env)
    }
    await load.untilAllGood(WRITES_BEFORE_KILL, PATIENCE_MS)
    await load.stop()
    if (server.output().includes('"internal error"')) throw new Error(`internal errors were logged: ${server.output()}`)
  } finally {
    await load?.stop()
    await server.end()
  }
  return [...(await figuresOf(kind, store, load)), ...lockFigure(kind, staleLocks)]
}

/** True when the killed server left its lock behind, for the next one to take over. */
function holdsLock(dataDir: string, { pid }: ServerProcess): boolean {
  const path = join(dataDir, 'lock')
  return existsSync(path) && readFileSync(path, 'utf8').trim().split(/\s/)[0] === String(pid)
}

async function figuresOf(kind: keyof typeof KILLS, store: Store, { writeLog, answers }: Load): Promise<Figure[]> {
  const cut = answers.filter(({ status, failure }) => status === 0 && !failure?.includes('ECONNREFUSED'))
  const { acknowledged, unansweredDone } = await verifyWrites(store, writeLog)
  return [
    { name: `${kind}: kills, each followed by a good start`, value: String(KILLS[kind]) },
    { name: `${kind}: acknowledged writes lost, doubled or half done`, value: `0 of ${acknowledged}` },
    { name: `${kind}: writes cut by a kill`, value: `${cut.length}, ${unansweredDone} of them done, wholly` }
  ]
}

function lockFigure(kind: keyof typeof KILLS, staleLocks: number): Figure[] {
  if (kind === 'postgresql') return []
  if (staleLocks !== KILLS[kind]) throw new Error(`${staleLocks} stale locks after ${KILLS[kind]} kills`)
  return [{ name: `${kind}: stale locks taken over`, value: `${staleLocks} of ${KILLS[kind]}` }]
}
