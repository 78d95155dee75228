import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { admin } from '../cli/run.js'
import { startLoad, type Load } from '../support/load.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePort } from '../support/ports.js'
import { ask, startPostgres } from '../support/postgres.js'
import { startReceiver, type Received, type Receiver } from '../support/receiver.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'

const KILLS = 50
/** Kills before which the receiver goes away and after which it is back; in between an hour passes too. */
const [AWAY_FROM, AWAY_UNTIL] = [15, 30]
/** Good answers of every writer between a start and the next kill. */
const WRITES_BEFORE_KILL = 3
const LATEST_KILL_MS = 300
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 200
/** Longer than a receiver that is away waits for its next attempt. */
const STEP = '6 minutes'
const STEPS = 10
const REALMS = ['tms', 'waste-sorting']

interface Place {
  databaseUrl: string
  env: Record<string, string>
  receiver: Receiver
}

measuredTest(
  'webhooks: through 50 times kill -9 and an hour without the receiver, each entry is delivered, those about an account in order',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const folder = mkdtempSync(join(tmpdir(), 'quintet-webhooks-'))
    const receiver = await startReceiver()
    try {
      const databaseUrl = await postgres.createDatabase('hooked')
      const env = {
        ...UNLIMITED,
        APIS: REALMS.join(','),
        LOG_LEVEL: 'error',
        DATA_DIR: folder,
        PORT: String(await freePort()),
        DATABASE_URL: databaseUrl
      }
      return await deliverAll({ databaseUrl, env, receiver })
    } finally {
      await receiver.close()
      await postgres.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

async function deliverAll(place: Place): Promise<Figure[]> {
  const { databaseUrl, env, receiver } = place
  let server = await spawnServer(env)
  let load: Load | undefined
  try {
    receiver.answer = verifierOf(await addWebhooks(place))
    const [{ first }] = (await ask(databaseUrl, 'select min(position) as first from quintet.webhooks')) as [
      { first: string }
    ]
    load = await startLoad(server.origin, { writers: 6, readers: 0 })
    let failures = 0
    for (let kill = 1; kill <= KILLS; kill += 1) {
      if (kill === AWAY_FROM) await receiver.close()
      if (kill === AWAY_UNTIL) {
        failures = await passHour(place)
        await receiver.open()
        await passStep(databaseUrl)
      }
      await load.untilAllGood(WRITES_BEFORE_KILL, PATIENCE_MS)
      await delay(Math.random() * LATEST_KILL_MS)
      await server.end('SIGKILL')
      server = await spawnServer(env)
    }
    await load.stop()
    await untilDelivered(place, server)
    return await compare(place, Number(first), failures)
  } finally {
    await load?.stop()
    await server.end()
  }
}

/** Adds one for each realm. Returns their secrets by realm. */
async function addWebhooks({ env, receiver }: Place): Promise<Map<string, string>> {
  const secrets = new Map<string, string>()
  for (const realm of REALMS) {
    const { code, stdout, stderr } = await admin(`webhooks --realm ${realm} --add ${receiver.url}`, { env })
    if (code !== 0) throw new Error(stderr)
    secrets.set(realm, stdout.trim())
  }
  return secrets
}

/** An answer that is 204 for what is signed with the secret of its realm. */
function verifierOf(secrets: Map<string, string>): (delivery: Received) => number {
  return ({ body, headers, data }) => {
    try {
      new Webhook(secrets.get(data.api)!).verify(body, headers as Record<string, string>)
      return 204
    } catch {
      return 400
    }
  }
}

/**
 * Lets an hour pass in steps, and waits in each until the server has tried in vain to reach the receiver. Returns how often
 * it did.
 */
async function passHour({ databaseUrl }: Place): Promise<number> {
  const failures = async (): Promise<number> => {
    const [row] = await ask(databaseUrl, 'select sum(failures)::integer as failures from quintet.webhooks')
    return Number(row!.failures)
  }
  const first = await failures()
  let before = first
  for (let step = 1; step <= STEPS; step += 1) {
    await passStep(databaseUrl)
    for (const deadline = Date.now() + PATIENCE_MS; (await failures()) === before;) {
      if (Date.now() > deadline) throw new Error(`no attempt in step ${step}`)
      await delay(LOOK_EVERY_MS)
    }
    before = await failures()
  }
  return before - first
}

/** Moves every time of the webhooks that far into the past. */
async function passStep(databaseUrl: string): Promise<void> {
  await ask(
    databaseUrl,
    `update quintet.webhook_deliveries set next_attempt = next_attempt - interval '${STEP}';
    update quintet.webhooks set retry_at = retry_at - interval '${STEP}', failing_since = failing_since - interval '${STEP}'`
  )
}

/** Resolves when nothing waits, neither as a delivery nor in the trail. */
async function untilDelivered({ databaseUrl }: Place, { output }: ServerProcess): Promise<void> {
  const deadline = Date.now() + 2 * PATIENCE_MS
  for (;;) {
    const rows = await ask(
      databaseUrl,
      `select (select count(*) from quintet.webhook_deliveries)::integer as waiting, (
        select count(*) from quintet.webhooks, audit.events_id_seq where position < last_value
      )::integer as behind`
    )
    const [{ waiting, behind }] = rows as [{ waiting: number; behind: number }]
    if (waiting + behind === 0) return
    if (Date.now() > deadline) throw new Error(`${waiting} deliveries are not made: ${output()}`)
    await delay(LOOK_EVERY_MS)
  }
}

/** Throws unless every entry after `first` was delivered, and those about an account for the first time in their order. */
async function compare({ databaseUrl, receiver }: Place, first: number, failures: number): Promise<Figure[]> {
  const rows = await ask(
    databaseUrl,
    `select id, realm || ' ' || coalesce(target_id, target_key, '') as account from audit.events
    where id > ${first} and realm in (${REALMS.map((realm) => `'${realm}'`).join(', ')})`
  )
  const accounts = new Map(rows.map(({ id, account }) => [Number(id), String(account)]))
  const delivered = new Set<number>()
  const newest = new Map<string, number>()
  const wrong: string[] = []
  const received = [...receiver.received, ...receiver.aboutWebhooks]
  for (const { data } of received) {
    const account = accounts.get(data.id)
    if (account === undefined) wrong.push(`${data.id} is no entry`)
    else if (!delivered.has(data.id)) {
      if ((newest.get(account) ?? 0) > data.id) wrong.push(`${data.id} of ${account} after ${newest.get(account)}`)
      newest.set(account, data.id)
      delivered.add(data.id)
    }
  }
  wrong.push(...[...accounts.keys()].filter((id) => !delivered.has(id)).map((id) => `${id} is lost`))
  if (wrong.length > 0) throw new Error(`wrong deliveries: ${wrong.slice(0, 20).join('; ')}`)
  return [
    { name: 'kills, each followed by a good start', value: String(KILLS) },
    { name: 'attempts in vain in the hour without the receiver', value: String(failures) },
    { name: 'entries lost, or out of order for their account', value: `0 of ${accounts.size}` },
    { name: 'entries delivered more than once', value: String(received.length - delivered.size) }
  ]
}
