import { conditionOf, countsOf, AUDIT, DAY, YEAR } from '../support/audit-counts.js'
import { createClient, type Client } from '../support/client.js'
import { login } from '../support/sessions.js'
import { median } from '../support/median.js'
import { ask, startPostgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ENTRIES = 6_000_000
const PER_STATEMENT = 500_000
const MOST_MS = 100
const TIMES = 15

/**
 * As of a busy year: one entry in three of one administrator, one in 200 a change, one in 20 a failure, actors of whom most
 * come seldom.
 */
const VALUES = `
  (at, realm, action, result, actor_id, actor_name, actor_key, target_id, target_name, target_key, address, request_id)
  select now() + i * interval '5 s', case when i % 50 = 0 then 'tms' else 'julong' end,
    case when i % 200 = 1 then 'account-update' else 'login' end, case when i % 20 = 7 then 'failed' else 'done' end, who, 'name ' || who, 'name ' || who,
    who, 'name ' || who, 'name ' || who,
    '203.0.113.7', md5(i::text)::uuid::text
  from (select i, (case when i % 3 = 0 then 0 else hashtext(i::text) % 200000 end)::text as who
    from generate_series(%FROM, %TO) i) entries`

/** What is requested of the trail; `far` is a part of its pages. */
const QUESTIONS: Record<string, { query: string; far?: number }> = {
  'page 1': { query: 'pagesize=10' },
  'page 1 of 1,000': { query: 'pagesize=1000' },
  'a page in the middle': { query: 'pagesize=10', far: 0.5 },
  'the last page': { query: 'pagesize=10', far: 1 },
  'an action': { query: 'pagesize=10&action=account-update' },
  'the last page of the most frequent action': { query: 'pagesize=10&action=login', far: 1 },
  'an action without entries': { query: 'pagesize=10&action=role-create' },
  'a seldom actor': { query: 'pagesize=10&actor=name%2017' },
  'the actor of every third entry': { query: 'pagesize=10&actor=name%200' },
  'a page in the middle of that actor': { query: 'pagesize=10&actor=name%200', far: 0.5 },
  'that actor and a seldom action': { query: 'pagesize=10&actor=name%200&action=account-update' },
  'the last page of both': { query: 'pagesize=10&actor=name%200&action=account-update', far: 1 },
  'an actor without entries': { query: 'pagesize=10&actor=nobody' },
  'a day': { query: `pagesize=10&${DAY}` },
  'a page in the middle of a year': { query: `pagesize=10&${YEAR}`, far: 0.5 },
  failures: { query: 'pagesize=10&result=failed' },
  'a page in the middle of failed logins of a year': {
    query: `pagesize=10&result=failed&action=login&${YEAR}`,
    far: 0.5
  },
  'an actor in a year': { query: `pagesize=10&actor=name%200&${YEAR}`, far: 0.5 },
  'failures of an actor on a day': { query: `pagesize=10&actor=name%200&result=failed&${DAY}` }
}

measuredTest(
  'audit trail: of six million entries, pages, filtered and far, take at most 100 ms, counts at most 50 ms (medians), both exact',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres({ fsync: 'off', max_wal_size: '2GB', maintenance_work_mem: '128MB' })
    try {
      const databaseUrl = await postgres.createDatabase('trail')
      const env = {
        ...UNLIMITED,
        APIS: 'julong',
        DATABASE_URL: databaseUrl,
        DATA_DIR: postgres.folder,
        LOG_LEVEL: 'error'
      }
      await (await spawnServer(env)).end()
      // As many partitions as a year has, in the coming one: those before now are one.
      await ask(databaseUrl, `select audit.add_months('12 months')`)
      const filled = performance.now()
      for (let from = 1; from <= ENTRIES; from += PER_STATEMENT) {
        const values = VALUES.replace('%FROM', String(from)).replace('%TO', String(from + PER_STATEMENT - 1))
        await ask(databaseUrl, `insert into audit.events ${values}`)
      }
      await ask(databaseUrl, 'vacuum analyze audit.events')
      console.log(`filled in ${Math.round((performance.now() - filled) / 1000)} s`)
      const server = await spawnServer(env)
      try {
        const marked = await untilMarked(databaseUrl)
        return [
          { name: 'marks set by the server', value: `${marked.marks} in ${marked.seconds} s` },
          await sizeOf(databaseUrl),
          ...(await answersOf(createClient(server.origin), databaseUrl)),
          ...(await countsOf(createClient(server.origin), databaseUrl))
        ]
      } finally {
        await server.end()
      }
    } finally {
      await postgres.remove()
    }
  }
)

async function untilMarked(databaseUrl: string): Promise<{ marks: number; seconds: number }> {
  const began = performance.now()
  for (;;) {
    const [row] = await ask(
      databaseUrl,
      `select least(progress.id, counted.id) as id, (select count(*) from audit.marks) as marks
      from audit.progress, audit.counted`
    )
    const seconds = Math.round((performance.now() - began) / 1000)
    if (Number(row?.id) >= ENTRIES) return { marks: Number(row?.marks), seconds }
    if (seconds > 1_800) throw new Error(`${String(row?.id)} entries are marked after ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

async function sizeOf(databaseUrl: string): Promise<Figure> {
  const [row] = await ask(
    databaseUrl,
    `select sum(pg_table_size(relid)) as heap, sum(pg_indexes_size(relid)) as indexes,
      pg_total_relation_size('audit.marks') as marks,
      pg_total_relation_size('audit.counts') + pg_total_relation_size('audit.blocks') as counts
      from pg_partition_tree('audit.events')`
  )
  const [heap, indexes, marks, counts] = [row?.heap, row?.indexes, row?.marks, row?.counts].map(
    (bytes) => Number(bytes) / ENTRIES
  )
  return {
    name: 'bytes an entry',
    value: `${heap!.toFixed(0)} and in indexes ${indexes!.toFixed(0)}; marks ${marks!.toFixed(2)}, counts ${counts!.toFixed(2)}`
  }
}

async function answersOf(client: Client, databaseUrl: string): Promise<Figure[]> {
  const token = await login(client, 'julong', 'admin', '123456')
  const figures: Figure[] = []
  const slow: string[] = []
  for (const [name, { query, far = 0 }] of Object.entries(QUESTIONS)) {
    const { total } = await page(client, token, `${query}&pagenum=1`)
    const size = Number(new URLSearchParams(query).get('pagesize'))
    const pagenum = Math.max(1, Math.ceil((total / size) * far))
    const times: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now()
      const answer = await page(client, token, `${query}&pagenum=${pagenum}`)
      times.push(performance.now() - began)
      if (time === 0) await check(databaseUrl, query, { pagenum, size, ...answer })
    }
    const middle = median(times)
    const most = Math.max(...times)
    console.log(`${name}: ${middle.toFixed(1)} ms, at most ${most.toFixed(1)}`)
    if (middle > MOST_MS) slow.push(name)
    const value = `${middle.toFixed(1)} ms (at most ${most.toFixed(1)}); page ${pagenum} of ${total} entries`
    figures.push({ name, value })
  }
  if (slow.length > 0) throw new Error(`slower than ${MOST_MS} ms: ${slow.join(', ')}`)
  return figures
}

interface Page {
  total: number
  ids: number[]
}

async function page(client: Client, token: string, query: string): Promise<Page> {
  const { status, body } = await client.get(`${AUDIT}?${query}`, { token })
  if (status !== 200) throw new Error(`${query}: ${status}`)
  return { total: body.data.total, ids: body.data.events.map(({ id }: { id: number }) => id) }
}

/** Compares with what PostgreSQL finds by reading all entries. */
async function check(
  databaseUrl: string,
  query: string,
  { pagenum, size, total, ids }: Page & { pagenum: number; size: number }
): Promise<void> {
  const where = conditionOf(new URLSearchParams(query))
  const [counted] = await ask(databaseUrl, `select count(*) as total from audit.events where ${where}`)
  const rows = await ask(
    databaseUrl,
    `select id from audit.events where ${where} order by id desc limit ${size} offset ${(pagenum - 1) * size}`
  )
  const expected = rows.map(({ id }) => Number(id))
  if (Number(counted?.total) !== total || expected.join() !== ids.join()) {
    throw new Error(
      `${query}: ${total} of ${String(counted?.total)}, ids ${ids.slice(0, 3)} for ${expected.slice(0, 3)}`
    )
  }
}
