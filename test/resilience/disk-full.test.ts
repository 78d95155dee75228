import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { assertAnswers, recover, slowest } from '../support/endure.js'
import { startLoad, type Load } from '../support/load.js'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { verifyWrites } from '../support/verify-writes.js'
import { isGood, type Answered } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const DISK_MEGABYTES = 160
const ROUNDS = 5
const LOAD = { writers: 6, readers: 6, pause: 5 }
/** Writes that are refused before there is space again. */
const REFUSALS = 50
/** Longer than the embedded database goes between two checkpoints. */
const EMBEDDED_FULL_MS = 70_000
const PATIENCE_MS = 90_000
/** No checkpoint in between, for which PostgreSQL itself needs space. */
const SETTINGS = { checkpoint_timeout: '1h' }

interface Stage {
  disk: SmallDisk
  load: Load
}

measuredTest(
  'full disk of the database: writes are answered 503, and succeed when there is space again',
  async (): Promise<Figure[]> => {
    return [
      ...(await onPostgres({ walApart: true }, async (stage) => {
        const rounds: Answered[][] = []
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await readWhileFull(stage))
        return figuresOf('PostgreSQL, data disk full', rounds)
      })),
      ...(await onPostgres({ walApart: false }, goDownAndComeBack)),
      ...(await onEmbedded(async (stage) =>
        figuresOf('embedded, disk full', [await readWhileFull(stage, EMBEDDED_FULL_MS)])
      ))
    ]
  }
)

async function onPostgres(
  { walApart }: { walApart: boolean },
  work: (stage: Stage, postgres: Postgres) => Promise<Figure[]>
): Promise<Figure[]> {
  const disk = mountSmallDisk(DISK_MEGABYTES)
  let postgres: Postgres | undefined
  try {
    const made = await startPostgres(SETTINGS, { data: disk.folder, walApart, walSegmentMegabytes: 1 })
    postgres = made
    const databaseUrl = await made.createDatabase('on_small_disk')
    return await underLoad({ databaseUrl, dataDir: made.folder }, (load) => work({ disk, load }, made))
  } finally {
    await postgres?.remove()
    disk.remove()
  }
}

async function onEmbedded(work: (stage: Stage) => Promise<Figure[]>): Promise<Figure[]> {
  const disk = mountSmallDisk(DISK_MEGABYTES)
  try {
    const dataDir = join(disk.folder, 'data')
    return await underLoad({ databaseUrl: undefined, dataDir }, (load) => work({ disk, load }))
  } finally {
    disk.remove()
  }
}

async function underLoad(
  store: { databaseUrl: string | undefined; dataDir: string },
  work: (load: Load) => Promise<Figure[]>
): Promise<Figure[]> {
  let server: ServerProcess | undefined
  let load: Load | undefined
  try {
    const env = { ...UNLIMITED, APIS: 'tms,waste-sorting', LOG_LEVEL: 'error', DATA_DIR: store.dataDir }
    server = await spawnServer({ ...env, ...(store.databaseUrl !== undefined && { DATABASE_URL: store.databaseUrl }) })
    load = await startLoad(server.origin, LOAD)
    const figures = await work(load)
    await load.stop()
    if (server.output().includes('"internal error"')) throw new Error('internal errors were logged')
    if ((await server.end()) !== 0) throw new Error('the server did not live through it')
    const { acknowledged } = await verifyWrites(store, load.writeLog)
    return [...figures, { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` }]
  } catch (error) {
    throw new Error(`the server logged: ${server?.output().slice(-4000)}`, { cause: error })
  } finally {
    await load?.stop()
    await server?.end('SIGKILL')
  }
}

/** Every read is answered well, at least `lastsMs` long. Returns the answers while the disk was full. */
async function readWhileFull({ disk, load }: Stage, lastsMs = 0): Promise<Answered[]> {
  disk.fill()
  const first = load.answers.length
  const refusals = () => load.answers.slice(first).filter(({ status }) => status === 503).length
  await Promise.all([until(() => refusals() >= REFUSALS), delay(lastsMs)])
  const answers = load.answers.slice(first)
  disk.free()
  await recover(load)
  assertAnswers(load.answers.slice(first))
  const refused = answers.filter(({ method, status }) => method === 'GET' && status !== 200)
  if (refused.length > 0) throw new Error(`reads were refused: ${JSON.stringify(refused.slice(0, 3))}`)
  return answers
}

function figuresOf(name: string, rounds: Answered[][]): Figure[] {
  const answers = rounds.flat()
  const reads = answers.filter(({ method }) => method === 'GET').length
  const refused = answers.filter(({ status }) => status === 503)
  const done = answers.length - reads - refused.length
  return [
    { name: `${name} and free again, recovered`, value: `${rounds.length} of ${rounds.length}` },
    { name: `${name}, reads answered well`, value: `${reads} of ${reads}` },
    {
      name: `${name}, writes`,
      value: `${refused.length} answered 503, slowest after ${slowest(refused)} ms; ${done} done where pages had space`
    }
  ]
}

/** With `pg_wal` on the full disk PostgreSQL itself goes down. Somebody makes space and starts it again. */
async function goDownAndComeBack({ disk, load }: Stage, postgres: Postgres): Promise<Figure[]> {
  disk.fill()
  const first = load.answers.length
  // The next segment of `pg_wal` finds no space.
  await postgres.run('select pg_switch_wal()').catch(() => {})
  await until(() => load.answers.slice(first).some(({ method, status }) => method === 'GET' && status === 503))
  disk.free()
  await postgres.kill()
  await postgres.start()
  await recover(load)
  const answers = load.answers.slice(first)
  assertAnswers(answers)
  const refused = answers.filter((answered) => !isGood(answered))
  return [
    {
      name: 'PostgreSQL, pg_wal on the full disk too, went down and was started again',
      value: `${refused.length} requests answered 503, slowest after ${slowest(refused)} ms`
    }
  ]
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('the full disk was not noticed')
    await delay(100)
  }
}
