import { setTimeout as delay } from 'node:timers/promises'
import { freshName } from '../support/accounts.js'
import { createLists } from '../support/lists.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { isGood, send, type Answered, type Sent } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { startStandby } from '../support/standby.js'

const TASKS = 200
/** Rows that only the primary and the replica have, some megabytes of log. */
const ROWS = 100_000
const ATTEMPTS = 300
const INTERVAL_MS = 50

measuredTest(
  'a replica whose log is longer than that of the new primary, and another one, answers no list',
  async (): Promise<Figure[]> => {
    const primary = await startPostgres()
    const replica = await startStandby(primary)
    const successor = await startStandby(primary)
    const hosts = [primary, successor.postgres].map(({ port }) => `127.0.0.1:${port}`).join()
    let server: ServerProcess | undefined
    try {
      server = await spawnServer({
        ...UNLIMITED,
        DATABASE_URL: `postgres://postgres@${hosts}/postgres`,
        DATABASE_READ_URL: replica.postgres.url,
        TOKEN_SECRET: 'a secret that outlives the primary',
        DATA_DIR: primary.folder
      })
      const { addTask, tasks, mustHave } = await createLists(server.origin)
      const { origin } = server
      const makeAndList = async (): Promise<void> => {
        const name = freshName()
        await untilGood(origin, addTask(name))
        mustHave(await untilGood(origin, tasks(name)), name)
      }
      await makeAndList()
      await untilReplayed(primary, successor.postgres)
      successor.link.swallow()
      await primary.run(`create table later as select i from generate_series(1, ${ROWS}) i`)
      await untilReplayed(primary, replica.postgres)
      await primary.kill()
      await successor.postgres.run('select pg_promote()')
      for (let made = 0; made < TASKS; made += 1) await makeAndList()
      await mustBeLonger(replica.postgres, successor.postgres)
      await server.end()
      return [{ name: 'tasks that the very next list had, after the promotion', value: `${TASKS} of ${TASKS}` }]
    } finally {
      await server?.end('SIGKILL')
      for (const { postgres, link } of [replica, successor]) {
        await postgres.remove()
        await link.close()
      }
      await primary.remove()
    }
  }
)

/** While there is no primary the server answers 503. */
async function untilGood(origin: string, sent: Sent): Promise<Answered> {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await send(origin, sent)
    if (isGood(answered)) return answered
    if (answered.status !== 503 || attempt === ATTEMPTS) throw new Error(`failed: ${JSON.stringify(answered)}`)
    await delay(INTERVAL_MS)
  }
}

async function untilReplayed(primary: Postgres, standby: Postgres): Promise<void> {
  const [at] = await primary.run('select pg_current_wal_lsn() as lsn')
  for (let attempt = 1; ; attempt += 1) {
    const [row] = await standby.run(`select pg_last_wal_replay_lsn() >= '${String(at!.lsn)}' as has`)
    if (row!.has === true) return
    if (attempt === ATTEMPTS) throw new Error('the standby does not replay')
    await delay(INTERVAL_MS)
  }
}

/** Otherwise the test would show nothing. */
async function mustBeLonger(replica: Postgres, primary: Postgres): Promise<void> {
  const [at] = await primary.run('select pg_current_wal_lsn() as lsn')
  const [row] = await replica.run(`select pg_last_wal_replay_lsn() > '${String(at!.lsn)}' as longer`)
  if (row!.longer !== true) throw new Error('the log of the primary is longer by now')
}
