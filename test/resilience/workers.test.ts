import { busySeconds, cpuSeconds, processesBelow } from '../support/cpu.js'
import { median } from '../support/median.js'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { loadWithWrk, requireWrk } from '../support/wrk.js'
import { logIn } from '../support/writer.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const WORKERS = [1, 2] as const
const ROUNDS = 8
const SECONDS = 6
/** For each worker, so that as many requests meet in one. */
const CONNECTIONS = 32
/** The CPU that a request may take of two workers ÷ of one. */
const HIGHEST_RATIO = 1.35
/** The part of the work that each of two workers does at least. */
const SMALLEST_SHARE = 0.25
const TOKEN_SECRET = 'a secret that all of the workers share'

interface Round {
  requests: number
  seconds: number
  /** Seconds of CPU: of the server, of each of its workers, of PostgreSQL, of the load generator, of all others. */
  node: number
  workers: number[]
  postgres: number
  wrk: number
  others: number
}

measuredTest('two workers: a request costs no more CPU than with one, and both answer', async (): Promise<Figure[]> => {
  requireWrk()
  const postgres = await startPostgres()
  const servers: ServerProcess[] = []
  try {
    const env = {
      ...UNLIMITED,
      NODE_ENV: 'production',
      PASSWORD_MIN_LENGTH: '1',
      HOST: '127.0.0.1',
      APIS: 'tms',
      LOG_LEVEL: 'error',
      DATA_DIR: postgres.folder,
      TOKEN_SECRET,
      SHUTDOWN_DELAY: '0'
    }
    const DATABASE_URL = await postgres.createDatabase('workers')
    for (const workers of WORKERS) servers.push(await spawnServer({ ...env, DATABASE_URL, WORKERS: String(workers) }))
    const [one, two] = servers as [ServerProcess, ServerProcess]
    const token = await newcomer(one.origin)
    const load = (server: ServerProcess, workers: number) =>
      measure(server, postgres, { token, connections: workers * CONNECTIONS })
    const rounds: [Round, Round][] = []
    // The first is for warming up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pair: [Round, Round] = [await load(one, 1), await load(two, 2)]
      if (round > 0) rounds.push(pair)
    }
    return figuresOf(rounds)
  } finally {
    await Promise.all(servers.map((server) => server.end()))
    await postgres.remove()
  }
})

async function newcomer(origin: string): Promise<string> {
  const json = { username: 'newcomer', password: 'correct horse' }
  const headers = { 'content-type': 'application/json' }
  await fetch(`${origin}/tms/register`, { method: 'POST', headers, body: JSON.stringify(json) })
  return logIn(origin, json.username, json.password)
}

async function measure(
  server: ServerProcess,
  postgres: Postgres,
  load: { token: string; connections: number }
): Promise<Round> {
  const workers = processesBelow(server.pid)
  const now = () => [server.pid, postgres.pid(), ...workers].map(cpuSeconds)
  const [before, busyBefore] = [now(), busySeconds()]
  const { requests, failed, seconds, cpu } = await loadWithWrk(`${server.origin}/tms/user/me`, {
    ...load,
    seconds: SECONDS
  })
  const [node, database, ...each] = now().map((after, index) => after - before[index]!)
  const busy = busySeconds() - busyBefore
  if (failed > 0) throw new Error(`${failed} of ${requests} requests failed`)
  const others = Math.max(0, busy - node! - database! - cpu)
  return { requests, seconds, node: node!, workers: each, postgres: database!, wrk: cpu, others }
}

function figuresOf(rounds: [Round, Round][]): Figure[] {
  const ratios = (of: (round: Round) => number): number[] => rounds.map(([one, two]) => of(two) / of(one))
  const throughput = ratios(({ requests, seconds }) => requests / seconds)
  const cost = ratios(({ node, requests }) => node / requests)
  const shares = rounds.map(([, { workers }]) => {
    const busy = workers.toSorted((a, b) => b - a).slice(0, 2)
    return busy[1]! / (busy[0]! + busy[1]!)
  })
  const smallest = Math.min(...shares)
  if (median(cost) > HIGHEST_RATIO) throw new Error(`a request takes of two workers ${spread(cost)} of the CPU of one`)
  if (smallest < SMALLEST_SHARE) throw new Error(`one of two workers does ${smallest} of the work`)
  return [
    { name: 'throughput of 2 workers ÷ of 1', value: spread(throughput) },
    { name: 'CPU of the server per request, 2 workers ÷ 1', value: spread(cost) },
    { name: 'part of the work that the lesser of two workers did', value: spread(shares) },
    ...WORKERS.map((workers, index) => ({
      name: `cores taken with ${workers} workers, by the server, PostgreSQL, wrk, and others`,
      value: (['node', 'postgres', 'wrk', 'others'] as const)
        .map((part) => median(rounds.map((pair) => pair[index]![part] / pair[index]!.seconds)).toFixed(2))
        .join(', ')
    })),
    {
      name: 'requests for each second of CPU, of the server alone, and with PostgreSQL',
      value: [
        median(rounds.map(([{ requests, node }]) => requests / node)),
        median(rounds.map(([{ requests, node, postgres }]) => requests / (node + postgres)))
      ]
        .map(Math.round)
        .join(', ')
    }
  ]
}

function spread(values: number[]): string {
  return `median ${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}), ${values.length} pairs of rounds`
}
