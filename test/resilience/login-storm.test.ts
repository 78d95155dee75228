import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { createClient, type Client } from '../support/client.js'
import { login } from '../support/sessions.js'
import type { LoginClients, Tried } from '../support/login-clients.js'
import { median } from '../support/median.js'
import { percentile } from '../support/percentile.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ROUNDS = 4
const LOGINS_AT_ONCE = 500
/** How many of them the server lets wait; it takes on a few more, and those that come when some are done. */
const BOUND = 256
const MORE = 64
const READERS = 2
const PAUSE_MS = 5
const QUIET_MS = 5_000
/** How many times as long others may wait beside the storm, in the median and at the 99th percentile. */
const HIGHEST = { p50: 3, p99: 8 }
/** A refusal waits for no hash: the time of its median to that of a login that is taken on. */
const HIGHEST_REFUSAL = 0.2

const [{ name, password }] = sampleAccountsOf('tms')

interface Round {
  /** Milliseconds of each `GET me`. */
  quiet: number[]
  beside: number[]
  tried: Tried[]
}

measuredTest(
  'hundreds of logins at once: other requests stay fast, and logins beyond the queue are refused at once',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    try {
      const databaseUrl = await postgres.createDatabase('storm')
      const env = { APIS: 'tms', LOG_LEVEL: 'error', DATA_DIR: postgres.folder, DATABASE_URL: databaseUrl }
      const server = await spawnServer({ ...env, TRUSTED_PROXIES: '1' })
      try {
        const client = createClient(server.origin)
        const token = await login(client, 'tms', name, password)
        await measure(client, token, server.origin)
        const rounds: Round[] = []
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(client, token, server.origin))
        if (server.output().includes('"internal error"'))
          throw new Error(`internal errors were logged: ${server.output()}`)
        return [...loginFigures(rounds.map(({ tried }) => tried)), ...besideFigures(rounds)]
      } finally {
        await server.end()
      }
    } finally {
      await postgres.remove()
    }
  }
)

async function measure(client: Client, token: string, origin: string): Promise<Round> {
  const quiet = await readWhile(client, token, delay(QUIET_MS))
  const storm = startStorm({ origin, name, password, clients: LOGINS_AT_ONCE })
  return { quiet, beside: await readWhile(client, token, storm), tried: await storm }
}

function startStorm(workerData: LoginClients): Promise<Tried[]> {
  const worker = new Worker(new URL('../support/login-clients.js', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Milliseconds of each `GET me` until `end`. Throws when one is not answered 200. */
async function readWhile(client: Client, token: string, end: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let ended = false
  const readers = Array.from({ length: READERS }, async () => {
    while (!ended) {
      const from = performance.now()
      const { status } = await client.get('/tms/user/me', { token })
      if (status !== 200) throw new Error(`GET me: ${status}`)
      times.push(performance.now() - from)
      await delay(PAUSE_MS)
    }
  })
  await Promise.all([end.finally(() => (ended = true)), ...readers])
  return times
}

function loginFigures(storms: Tried[][]): Figure[] {
  const all = storms.flat()
  const done = all.filter(({ status }) => status === 200)
  const refused = all.filter(({ status, retryAfter }) => status === 503 && retryAfter !== null)
  const others = all.filter((tried) => !done.includes(tried) && !refused.includes(tried))
  if (others.length > 0) throw new Error(`${others.length} other answers: ${JSON.stringify(others.slice(0, 3))}`)
  const most = Math.max(...storms.map((tried) => tried.filter(({ status }) => status === 200).length))
  if (most > BOUND + MORE) throw new Error(`${most} of ${LOGINS_AT_ONCE} logins were taken on`)
  const ratio = median(refused.map(({ ms }) => ms)) / median(done.map(({ ms }) => ms))
  if (ratio > HIGHEST_REFUSAL) throw new Error(`a refusal took ${ratio.toFixed(3)} times as long as a login`)
  return [
    {
      name: `${LOGINS_AT_ONCE} logins at once, ${storms.length} times`,
      value: `${done.length} answered 200, ${refused.length} 503 with Retry-After, 0 anything else`
    },
    { name: 'time of a refusal to that of a login, medians', value: ratio.toFixed(3) }
  ]
}

function besideFigures(rounds: Round[]): Figure[] {
  return [0.5, 0.99].map((share) => {
    const [quiet, beside] = (['quiet', 'beside'] as const).map((state) =>
      median(rounds.map((round) => percentile(round[state], share)))
    ) as [number, number]
    const key = share === 0.5 ? 'p50' : 'p99'
    const value = `${(beside / quiet).toFixed(2)} times that without (${beside.toFixed(1)} and ${quiet.toFixed(1)} ms)`
    if (beside / quiet > HIGHEST[key]) throw new Error(`${key} of GET me beside the logins is ${value}`)
    return { name: `${key} of GET me beside them`, value }
  })
}
