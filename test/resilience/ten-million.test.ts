import { createLists } from '../support/lists.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { median } from '../support/median.js'
import { ask, startPostgres, type Postgres } from '../support/postgres.js'
import { isGood, send, type Answered, type Sent } from '../support/send.js'
import { spawnServer, UNLIMITED } from '../support/server-process.js'

const FEW = 10_000
const MANY = 10_000_000
const PER_STATEMENT = 500_000
const TIMES = 25
/** Part of the accounts that are changed before the vacuum. */
const CHANGED = 0.01
const SETTINGS = { fsync: 'off', max_wal_size: '8GB', maintenance_work_mem: '512MB', shared_buffers: '1GB' }

/** Accounts `user1` … as the benchmark has them, with numbers and addresses to search in. */
const ACCOUNTS = `
  insert into julong.users (username, canonical_name, password_hash, activated_at, role_id, mobile, email)
  select 'user' || n, 'user' || n, (select password_hash from julong.users where username = 'admin'), now(), 0,
    (13400000000 + n)::text, 'user' || n || '@example.com'
  from generate_series(%FROM, %TO) n`

/** Milliseconds by what was done. */
type Times = Record<string, number>

measuredTest(
  'ten million accounts of julong: requests, restarts and vacuum beside those with ten thousand',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres(SETTINGS)
    try {
      const databaseUrl = await postgres.createDatabase('accounts')
      await (await spawnServer(envOf(postgres, databaseUrl))).end()
      await fill(databaseUrl, 1, FEW)
      const few = await measure(postgres, databaseUrl, FEW)
      await fill(databaseUrl, FEW + 1, MANY)
      const many = await measure(postgres, databaseUrl, MANY)
      return [
        ...Object.entries(many).map(([name, ms]) => ({
          name,
          value: `${ms.toFixed(1)} ms, ${(ms / few[name]!).toFixed(2)} × of that with ${FEW.toLocaleString('en')}`
        })),
        ...(await sizesOf(databaseUrl))
      ]
    } finally {
      await postgres.remove()
    }
  }
)

function envOf(postgres: Postgres, databaseUrl: string): Record<string, string> {
  return { ...UNLIMITED, APIS: 'julong,tms', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl, DATA_DIR: postgres.folder }
}

/** The index of the search is made at the end: row by row it would take several times as long. */
async function fill(databaseUrl: string, first: number, last: number): Promise<void> {
  const [index] = await ask(
    databaseUrl,
    "select indexdef from pg_indexes where schemaname = 'julong' and indexname = 'search_trigrams'"
  )
  await ask(databaseUrl, 'drop index julong.search_trigrams')
  for (let from = first; from <= last; from += PER_STATEMENT) {
    const to = Math.min(last, from + PER_STATEMENT - 1)
    await ask(databaseUrl, ACCOUNTS.replace('%FROM', String(from)).replace('%TO', String(to)))
  }
  await ask(databaseUrl, String(index!.indexdef))
  await ask(databaseUrl, 'vacuum analyze')
  await ask(databaseUrl, 'checkpoint')
}

async function measure(postgres: Postgres, databaseUrl: string, accounts: number): Promise<Times> {
  const times: Times = { 'vacuum after a hundredth has changed': await timeOfVacuum(databaseUrl, accounts) }
  const restart = performance.now()
  await postgres.kill()
  await postgres.start()
  times['PostgreSQL killed and started'] = performance.now() - restart
  const start = performance.now()
  const server = await spawnServer(envOf(postgres, databaseUrl))
  times['start of the server'] = performance.now() - start
  try {
    const { accounts: search, addAccount } = await createLists(server.origin)
    const page = search('')
    const at = (number: number): Sent => ({ ...page, path: page.path.replace('pagenum=1', `pagenum=${number}`) })
    let added = 0
    const requests: Record<string, () => Sent> = {
      'page 1': () => page,
      'the page in the middle': () => at(Math.round(accounts / 10)),
      'the last page': () => at(Math.floor(accounts / 5)),
      'search of one account': () => search(`user${accounts - 7}@`),
      'search that thousands match': () => search(String(accounts).slice(0, 4)),
      'search without a match': () => search('nobody-of-this-name'),
      login: () => loginOf(`user${accounts - 3}`),
      'a new account': () => addAccount(`new-${accounts}-${(added += 1)}`)
    }
    for (const [name, request] of Object.entries(requests)) times[name] = await timeOf(server.origin, request)
  } finally {
    await server.end()
  }
  return times
}

async function timeOf(origin: string, request: () => Sent): Promise<number> {
  const times: number[] = []
  for (let time = 0; time <= TIMES; time += 1) {
    const answered = mustBeGood(await send(origin, request()))
    if (time > 0) times.push(answered.to - answered.from)
  }
  return median(times)
}

async function timeOfVacuum(databaseUrl: string, accounts: number): Promise<number> {
  await ask(databaseUrl, `update julong.users set email = 'changed-' || email where id <= ${accounts * CHANGED}`)
  const start = performance.now()
  await ask(databaseUrl, 'vacuum julong.users')
  await ask(databaseUrl, 'vacuum julong.search_texts')
  return performance.now() - start
}

function loginOf(username: string): Sent {
  return { method: 'POST', path: '/api/private/v1/login', json: { username, password: '123456' } }
}

async function sizesOf(databaseUrl: string): Promise<Figure[]> {
  const rows = await ask(
    databaseUrl,
    `select relname as name, pg_relation_size(oid) as bytes from pg_class
     where relnamespace = 'julong'::regnamespace and relkind in ('r', 'i') and pg_relation_size(oid) > 1e7 order by 2 desc`
  )
  return rows.map(({ name, bytes }) => ({
    name: `bytes of ${String(name)}`,
    value: Number(bytes).toLocaleString('en')
  }))
}

function mustBeGood(answered: Answered): Answered {
  if (!isGood(answered)) throw new Error(`failed: ${JSON.stringify(answered)}`)
  return answered
}
