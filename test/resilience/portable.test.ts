import { databaseSchemas } from '../../src/config/database-schemas.js'
import { createClient } from '../support/client.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { median } from '../support/median.js'
import { ask, startPostgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED } from '../support/server-process.js'
import { login } from '../support/sessions.js'

const ACCOUNTS = 100_000
const ROUNDS = 30
const USERS = '/api/private/v1/user?pagesize=10'
const REQUESTS = {
  'the first page': `${USERS}&pagenum=1`,
  'a page in the middle': `${USERS}&pagenum=5000`,
  'a search that finds one': `${USERS}&pagenum=1&query=name77777`,
  'counts by role': '/api/private/v1/user/count?by=role'
}

measuredTest(`the portable schema beside the other: ${ACCOUNTS} accounts of julong`, async (): Promise<Figure[]> => {
  const postgres = await startPostgres({ fsync: 'off' })
  const ended: (() => Promise<unknown>)[] = []
  try {
    const calls: ((path: string) => Promise<number>)[] = []
    for (const schema of databaseSchemas) {
      const url = await postgres.createDatabase(schema)
      const env = {
        ...UNLIMITED,
        DATABASE_URL: url,
        DATABASE_SCHEMA: schema,
        SAMPLE_ACCOUNTS: '1',
        DATA_DIR: postgres.folder
      }
      const server = await spawnServer(env)
      ended.push(() => server.end())
      await fill(url)
      const client = createClient(server.origin)
      const token = await login(client, 'julong', 'admin', '123456')
      calls.push(async (path) => {
        const begun = performance.now()
        const { status, body } = await client.get(path, { token })
        if (status !== 200 || !(body.data.total > 0)) throw new Error(`${schema}: ${status} ${JSON.stringify(body)}`)
        return performance.now() - begun
      })
    }
    const figures: Figure[] = []
    for (const [name, path] of Object.entries(REQUESTS)) figures.push({ name, value: await compare(calls, path) })
    return figures
  } finally {
    for (const end of ended) await end()
    await postgres.remove()
  }
})

async function fill(url: string): Promise<void> {
  await ask(
    url,
    `insert into julong.users (username, canonical_name, password_hash, email, mobile)
     select 'name' || i, 'name' || i, '', 'name' || i || '@example.com', 13000000000 + i from generate_series(1, ${ACCOUNTS}) i`
  )
  await ask(url, 'vacuum analyze')
}

/** The medians of both, taken in turns, and their ratio. */
async function compare(calls: ((path: string) => Promise<number>)[], path: string): Promise<string> {
  const taken: number[][] = calls.map(() => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, call] of calls.entries()) taken[index]!.push(await call(path))
  }
  const [full = NaN, portable = NaN] = taken.map(median)
  return `${full.toFixed(1)} ms and ${portable.toFixed(1)} ms, ${(portable / full).toFixed(1)} times`
}
