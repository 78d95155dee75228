import { setTimeout as delay } from 'node:timers/promises'
import { freshName, PASSWORD } from '../support/accounts.js'
import { createClient, type Client } from '../support/client.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { median } from '../support/median.js'
import { startPostgres } from '../support/postgres.js'
import { login } from '../support/sessions.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { startTcpProxy } from '../support/tcp-proxy.js'

/** Of the network in each direction: far more than anything else that a request takes, so that it can be counted. */
const WAY_MS = 100
const TIMES = 3
/** Of each operation: two before, `TIMES` near and `TIMES` far. */
const REQUESTS = 2 + 2 * TIMES

interface Operation {
  name: string
  /** Round trips to the database that it cannot do without, one after the other. */
  least: number
  request: () => Promise<{ status: number }>
}

measuredTest('round trips to the database, one after the other, that an operation waits for', async () => {
  const postgres = await startPostgres({ fsync: 'off' })
  const proxy = await startTcpProxy(postgres.port)
  let server: ServerProcess | undefined
  try {
    const url = new URL(await postgres.createDatabase('round_trips'))
    url.port = String(proxy.port)
    const env = { ...UNLIMITED, DATABASE_URL: url.href, DATA_DIR: postgres.folder, HASH_COST: 'least' }
    server = await spawnServer({ ...env, LOG_LEVEL: 'error' })
    const operations = await operationsOf(createClient(server.origin))
    // Connections are opened.
    for (const { request } of [...operations, ...operations]) await request()
    const figures: Figure[] = []
    for (const operation of operations) figures.push(await tripsOf(operation, proxy.slow, proxy.pass))
    return figures
  } finally {
    await server?.end()
    await proxy.close()
    await postgres.remove()
  }
})

async function tripsOf(
  { name, least, request }: Operation,
  slow: (ms: number) => void,
  pass: () => void
): Promise<Figure> {
  const near = await timeOf(request)
  slow(WAY_MS)
  const far = await timeOf(request)
  pass()
  await delay(2 * WAY_MS)
  const trips = Math.round((far - near) / (2 * WAY_MS))
  if (trips > least + 1) throw new Error(`${name} takes ${trips} round trips, of which it needs ${least}`)
  return { name, value: `${trips} round trips, of which it needs ${least}` }
}

async function timeOf(request: Operation['request']): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const begin = performance.now()
    const { status } = await request()
    if (status !== 200) throw new Error(`answered ${status}`)
    times.push(performance.now() - begin)
  }
  return median(times)
}

/**
 * A login reads the account and counts the try before the hash, and forgets the tries and writes the session after it.
 * A write reads the caller first.
 */
async function operationsOf(client: Client): Promise<Operation[]> {
  const username = freshName()
  await client.post('/tms/register', { json: { username, password: PASSWORD } })
  const token = await login(client, 'tms', username, PASSWORD)
  const tokens = await Promise.all(Array.from({ length: REQUESTS }, () => login(client, 'tms', username, PASSWORD)))
  return [
    { name: 'GET /tms/user/me', least: 1, request: () => client.get('/tms/user/me', { token }) },
    {
      name: 'POST /tms/task/create',
      least: 2,
      request: () => client.post('/tms/task/create', { token, json: { description: '整理六月的会议纪要' } })
    },
    { name: 'PUT /tms/logout', least: 2, request: () => client.put('/tms/logout', { token: tokens.pop()! }) },
    {
      name: 'POST /tms/login',
      least: 2,
      request: () => client.post('/tms/login', { form: { username, password: PASSWORD } })
    }
  ]
}
