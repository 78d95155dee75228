import { endure, assertAnswers, recover, slowest, type Endured, type Fault } from '../support/endure.js'
import { startLoad, type Load } from '../support/load.js'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { verifyWrites } from '../support/verify-writes.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { startTcpProxy, type Loss, type TcpProxy } from '../support/tcp-proxy.js'
import { setTimeout as delay } from 'node:timers/promises'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ROUNDS = 5
const LASTS_MS = 3_000
const LOAD = { writers: 6, readers: 6, pause: 5 }
const LOSSES = 50
/** Of the statements that pass, one in so many loses its connection. */
const LOSE_EVERY = 3
const SLOW_MS = 300
const SLOW_LASTS_MS = 15_000
/** Any answer on the slow network. */
const SLOWEST_MS = 10_000
const PATIENCE_MS = 60_000

measuredTest(
  'PostgreSQL killed, hung, slow and cut off in a commit, under load: one server process goes on, nothing acknowledged is lost',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const proxy = await startTcpProxy(postgres.port)
    let server: ServerProcess | undefined
    let load: Load | undefined
    try {
      const direct = await postgres.createDatabase('faults')
      const databaseUrl = direct.replace(`:${postgres.port}/`, `:${proxy.port}/`)
      server = await spawnServer({
        ...UNLIMITED,
        APIS: 'tms,waste-sorting',
        LOG_LEVEL: 'error',
        DATA_DIR: postgres.folder,
        DATABASE_URL: databaseUrl
      })
      load = await startLoad(server.origin, LOAD)
      const figures: Figure[] = []
      for (const [name, fault] of Object.entries(faultsOf(postgres, proxy))) {
        const rounds: Endured[] = []
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await endure(server.origin, load, fault))
        figures.push(figureOf(name, rounds))
      }
      figures.push(await loseConnections(load, proxy, 'COMMIT;', 'reset before'))
      figures.push(await loseConnections(load, proxy, 'COMMIT;', 'reset after'))
      figures.push(await loseConnections(load, proxy, 'for update', 'silence after'))
      figures.push(...(await slowDown(load, proxy)))
      await load.stop()
      if (server.output().includes('"internal error"'))
        throw new Error(`internal errors were logged: ${server.output()}`)
      if ((await server.end()) !== 0) throw new Error('the server did not live through it')
      const { acknowledged } = await verifyWrites({ databaseUrl: direct, dataDir: postgres.folder }, load.writeLog)
      return [...figures, { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` }]
    } catch (error) {
      throw new Error(`the server logged: ${server?.output().slice(-4000)}`, { cause: error })
    } finally {
      await load?.stop()
      await server?.end('SIGKILL')
      await proxy.close()
      await postgres.remove()
    }
  }
)

function faultsOf(postgres: Postgres, proxy: TcpProxy): Record<string, Fault> {
  return {
    'killed and started': { begin: () => postgres.kill(), end: () => postgres.start(), lastsMs: LASTS_MS },
    'hung, bytes lost': { begin: () => proxy.swallow(), end: () => proxy.pass(), lastsMs: LASTS_MS },
    'hung, bytes delivered late': { begin: () => proxy.hold(), end: () => proxy.pass(), lastsMs: LASTS_MS }
  }
}

function figureOf(name: string, rounds: Endured[]): Figure {
  const most = (key: keyof Endured): number => Math.round(Math.max(...rounds.map((round) => round[key])))
  const refused = rounds.reduce((sum, round) => sum + round.refused, 0)
  const times = `slowest 503 after ${most('slowestRefusal')} ms, none any more after at most ${most('recovery')} ms`
  return { name: `${name}, ${rounds.length} times`, value: `${refused} requests answered 503, ${times}` }
}

/** Loses connections at a statement, by and by, while the others work. */
async function loseConnections(load: Load, proxy: TcpProxy, text: string, how: Loss): Promise<Figure> {
  const [first, before] = [load.answers.length, proxy.losses()]
  const deadline = performance.now() + PATIENCE_MS
  proxy.lose(text, how, LOSE_EVERY)
  while (proxy.losses() - before < LOSSES && performance.now() < deadline) await delay(10)
  proxy.pass()
  const losses = proxy.losses() - before
  if (losses < LOSSES) throw new Error(`only ${losses} connections were lost at ${text}`)
  const recovery = await recover(load)
  const answers = load.answers.slice(first)
  assertAnswers(answers)
  const refused = answers.filter(({ status }) => status === 503)
  return {
    name: `connection lost at ${text} (${how}), ${losses} times`,
    value: `${refused.length} requests answered 503, slowest after ${slowest(refused)} ms, ${answers.length - refused.length} well; no 503 any more after ${recovery} ms`
  }
}

/** A slow network refuses nobody: an answer takes its statements' way there and back. */
async function slowDown(load: Load, proxy: TcpProxy): Promise<Figure[]> {
  const first = load.answers.length
  proxy.slow(SLOW_MS)
  await delay(SLOW_LASTS_MS)
  proxy.pass()
  const recovery = await recover(load)
  const answers = load.answers.slice(first)
  const wrong = answers.filter(({ status, from, to }) => ![200, 201, 503].includes(status) || to - from > SLOWEST_MS)
  if (wrong.length > 0) throw new Error(`wrong on a slow network: ${JSON.stringify(wrong.slice(0, 5))}`)
  const refused = answers.filter(({ status }) => status === 503)
  const reads = answers.filter(({ method, status }) => method === 'GET' && status === 200)
  const writes = answers.filter(({ method, status }) => method !== 'GET' && status < 300)
  return [
    {
      name: `${SLOW_MS} ms slow each way`,
      value:
        `${reads.length} reads answered well, slowest after ${slowest(reads)} ms; ${writes.length} writes, slowest after ${slowest(writes)} ms; ` +
        `${refused.length} answered 503, slowest after ${slowest(refused)} ms; no 503 any more after ${recovery} ms`
    }
  ]
}
