import { setTimeout as delay } from 'node:timers/promises'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { createClient } from '../support/client.js'
import { traitsOf } from '../apis/index.js'
import { median } from '../support/median.js'
import { startPostgres } from '../support/postgres.js'
import { startRepeating, type Answers } from '../support/repeating-sockets.js'
import { spawnServer } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const WORKERS = [1, 2]
const CONNECTIONS = 400
const ROUNDS = 3
/** Logins in each API, one after the other, of each half of a round. */
const LOGINS_EACH = 4
const SETTLE_MS = 3_000
/** How many times as long a login of others may take, in the median; beside logins that are hashed all the time. */
const HIGHEST = 3
const HIGHEST_BESIDE_LOGINS = 5

const GREEDY = '203.0.113.1'

const post = (path: string, type: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${GREEDY}\r\n` +
  `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const postJson = (path: string, body: object): string => post(path, 'application/json', JSON.stringify(body))

const password = 'correct horse'
const RIGHT_LOGINS = 'log in with the right password'
const FLOODS = {
  'repeat a login that is refused with 429': [
    post('/tms/login', 'application/x-www-form-urlencoded', 'username=admin&password=wrong')
  ],
  [RIGHT_LOGINS]: [post('/tms/login', 'application/x-www-form-urlencoded', 'username=21089&password=zhou0914.')],
  register: [
    postJson('/tms/register', { username: 'greedy00000000', password }),
    postJson('/api/private/v1/register', { user: 'greedy00000000', password }),
    postJson('/api/auth/register', { username: 'greedy00000000', password }),
    postJson('/api/users/register', {
      email: 'greedy00000000@example.com',
      password,
      first_name: 'a',
      last_name: 'b',
      phone_number: '1'
    })
  ]
}

interface Measured {
  quiet: number[]
  beside: number[]
  flood: Answers
}

for (const workers of WORKERS) {
  measuredTest(
    `hundreds of logins of one address, WORKERS=${workers}: logins of other addresses are all answered, within 3 × the usual time`,
    () => beside(workers)
  )
}

async function beside(workers: number): Promise<Figure[]> {
  const postgres = await startPostgres()
  try {
    const server = await spawnServer({
      DATA_DIR: postgres.folder,
      DATABASE_URL: await postgres.createDatabase('fairness'),
      WORKERS: String(workers),
      SAMPLE_ACCOUNTS: '1',
      TRUSTED_PROXIES: '1',
      REGISTRATIONS_PER_ADDRESS: '1000000',
      LOG_LEVEL: 'error'
    })
    try {
      const figures: Figure[] = []
      await logins(server.origin)
      for (const [what, requests] of Object.entries(FLOODS)) figures.push(...(await measure(server, what, requests)))
      if (server.output().includes('"internal error"'))
        throw new Error(`internal errors were logged: ${server.output()}`)
      return figures
    } finally {
      await server.end()
    }
  } finally {
    await postgres.remove()
  }
}

async function measure(
  { origin, port }: { origin: string; port: number },
  what: string,
  requests: string[]
): Promise<Figure[]> {
  const all: Measured = { quiet: [], beside: [], flood: {} }
  for (let round = 0; round < ROUNDS; round += 1) {
    all.quiet.push(...(await logins(origin)))
    const flood = startRepeating({ port, requests, connections: CONNECTIONS })
    await delay(SETTLE_MS)
    await flood.count()
    all.beside.push(...(await logins(origin)))
    for (const [status, count] of Object.entries(await flood.count())) {
      all.flood[status] = (all.flood[status] ?? 0) + count
    }
    await flood.stop()
    await delay(SETTLE_MS)
  }
  const ratio = median(all.beside) / median(all.quiet)
  const name = `${CONNECTIONS} connections of one address ${what}`
  const figures = [
    { name: `${name}: what they are answered`, value: JSON.stringify(all.flood) },
    { name: `${name}: logins of others answered 200`, value: `${all.beside.length} of ${all.beside.length}` },
    { name: `${name}: their median to that without`, value: ratio.toFixed(2) }
  ]
  if (ratio > (what === RIGHT_LOGINS ? HIGHEST_BESIDE_LOGINS : HIGHEST))
    throw new Error(JSON.stringify(figures, null, 2))
  return figures
}

/** Milliseconds of right logins from addresses of their own, in all APIs. Throws when one is not answered 200. */
async function logins(origin: string): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < LOGINS_EACH; index += 1) {
    for (const api of realmNames) times.push(await timedLogin(origin, api))
  }
  return times
}

async function timedLogin(origin: string, api: RealmName): Promise<number> {
  const [{ name, password }] = sampleAccountsOf(api)
  const client = createClient(origin, { 'X-Forwarded-For': `198.51.100.${realmNames.indexOf(api)}` })
  const from = performance.now()
  const { status } = await traitsOf[api].login(client, name, password)
  if (status !== 200) throw new Error(`a login of ${api} was answered ${status}`)
  return performance.now() - from
}
