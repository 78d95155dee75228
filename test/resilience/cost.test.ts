import { freshName, PASSWORD } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import { login } from '../support/sessions.js'
import { cpuSeconds } from '../support/cpu.js'
import { median } from '../support/median.js'
import { ask, startPostgres } from '../support/postgres.js'
import { isGood, send, type Sent } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const AT_ONCE = 32
const ROUNDS = 3
/** Accounts of tms that are there. */
const ACCOUNTS = 100_000

interface Operation {
  name: string
  /** In each round. */
  requests: number
  send(): Sent
}

measuredTest(
  'cost: the CPU of a request, in the server with its hashing processes and in PostgreSQL',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    let server: ServerProcess | undefined
    try {
      const DATABASE_URL = await postgres.createDatabase('cost')
      const { origin, end, pid } = (server = await spawnServer({
        ...UNLIMITED,
        NODE_ENV: 'production',
        SHUTDOWN_DELAY: '0',
        PASSWORD_MIN_LENGTH: '1',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'error',
        DATABASE_URL,
        DATA_DIR: postgres.folder,
        TOKEN_SECRET: 'a secret that is long enough for tokens'
      }))
      await fill(DATABASE_URL)
      const figures: Figure[] = []
      for (const operation of await operationsOf(origin)) {
        const rounds: { node: number; database: number }[] = []
        // The first is for warming up.
        for (let round = 0; round <= ROUNDS; round += 1) {
          const before = [pid, postgres.pid()].map(cpuSeconds)
          await load(origin, operation)
          const [node, database] = [pid, postgres.pid()].map((of, index) => cpuSeconds(of) - before[index]!)
          if (round > 0) rounds.push({ node: node!, database: database! })
        }
        const each = (part: 'node' | 'database'): number =>
          (median(rounds.map((round) => round[part])) / operation.requests) * 1_000
        const [node, database] = [each('node'), each('database')]
        figures.push({
          name: operation.name,
          value:
            `${node.toFixed(2)} ms of CPU in the server, ${database.toFixed(2)} ms in PostgreSQL: ` +
            `${perSecond(node)} a second on a core of the server, ${perSecond(database)} on a core of PostgreSQL`
        })
      }
      await end()
      return figures
    } finally {
      await server?.end()
      await postgres.remove()
    }
  }
)

function perSecond(ms: number): string {
  return ms === 0 ? 'any number' : Math.round(1_000 / ms).toLocaleString('en')
}

async function fill(databaseUrl: string): Promise<void> {
  await ask(
    databaseUrl,
    `insert into tms.users (username, canonical_name, password_hash)
      select 'filled-' || i, 'filled-' || i, '' from generate_series(1, ${ACCOUNTS}) i`
  )
  await ask(databaseUrl, 'vacuum analyze')
}

async function operationsOf(origin: string): Promise<Operation[]> {
  const client = createClient(origin)
  const username = freshName()
  await client.post('/tms/register', { json: { username, password: PASSWORD } })
  const token = await login(client, 'tms', username, PASSWORD)
  const page = (): number => 1 + Math.floor(Math.random() * (ACCOUNTS / 10))
  const get = (path: string): Sent => ({ method: 'GET', path, token })
  return [
    { name: 'GET /tms/user/me', requests: 4_000, send: () => get('/tms/user/me') },
    {
      name: `a page of 10 of ${ACCOUNTS} accounts`,
      requests: 2_000,
      send: () => get(`/tms/user/list?page=${page()}&limit=10`)
    },
    {
      name: 'POST /tms/task/create',
      requests: 1_000,
      send: () => ({ method: 'POST', path: '/tms/task/create', token, json: { description: '整理六月的会议纪要' } })
    },
    {
      name: 'POST /tms/login',
      requests: 100,
      send: () => ({ method: 'POST', path: '/tms/login', form: { username, password: PASSWORD } })
    },
    {
      name: 'POST /tms/register',
      requests: 100,
      send: () => ({ method: 'POST', path: '/tms/register', json: { username: freshName(), password: PASSWORD } })
    }
  ]
}

async function load(origin: string, operation: Operation): Promise<void> {
  let left = operation.requests
  async function client(): Promise<void> {
    while (left > 0) {
      left -= 1
      const answered = await send(origin, operation.send())
      if (!isGood(answered)) throw new Error(`${operation.name}: ${JSON.stringify(answered)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
}
