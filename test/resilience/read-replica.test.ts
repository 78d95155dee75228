import { setTimeout as delay } from 'node:timers/promises'
import { freshName } from '../support/accounts.js'
import { createLists, type Lists } from '../support/lists.js'
import { ask, startPostgres } from '../support/postgres.js'
import { startLoad, type Load } from '../support/load.js'
import { isGood, send, type Answered } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { startStandby, untilStreaming, type Standby } from '../support/standby.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const DATABASE = 'lists'
/** Accounts of julong and tasks of tms, each made and looked for in the very next list. */
const ACCOUNTS = 150
const TASKS = 1_000
/** Accounts of tms, so that a whole list is read in several batches. */
const LISTED = 5_000
const LOAD = { writers: 2, readers: 0, pause: 20 }
const LISTING = 6
/** Lists while the standby replays nothing. */
const LAGGING = 300
const STATISTICS = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.max': '1000' }
const KILLS = 5
const LASTS_MS = 3_000
/** How long the server does without a standby that was away, and then some. */
const NOTICED_AGAIN_MS = 8_000

measuredTest(
  'read replica: lists include all earlier writes, and continue from the primary when it dies',
  async (): Promise<Figure[]> => {
    const primary = await startPostgres(STATISTICS)
    let standby: Standby | undefined
    let server: ServerProcess | undefined
    let load: Load | undefined
    try {
      const direct = await primary.createDatabase(DATABASE)
      await ask(direct, 'create extension pg_stat_statements')
      standby = await startStandby(primary, STATISTICS)
      const replica = direct.replace(`:${primary.port}/`, `:${standby.postgres.port}/`)
      const env = {
        ...UNLIMITED,
        LOG_LEVEL: 'error',
        DATA_DIR: primary.folder,
        DATABASE_URL: direct,
        DATABASE_READ_URL: replica,
        TOKEN_SECRET: 'a secret that all of the servers share'
      }

      server = await spawnServer(env)
      await ask(
        direct,
        `insert into tms.users (username, canonical_name, password_hash)
       select 'listed' || i, 'listed' || i, '-' from generate_series(1, ${LISTED}) i`
      )
      load = await startLoad(server.origin, LOAD)
      const lists = await createLists(server.origin)
      const seen = await seeAtOnce(server.origin, lists)
      await load.stop()
      const refused = load.answers.filter((answered) => !isGood(answered))
      if (refused.length > 0) throw new Error(`writes failed: ${JSON.stringify(refused.slice(0, 3))}`)
      await server.end()
      const byStandby = await tasksListed(replica)
      const share = byStandby / TASKS
      if (share === 0) throw new Error('the standby answered no list')

      server = await spawnServer(env)
      const lagging = await listWhileItLags(server.origin, lists, replica)
      const killed = await killUnderLists(server.origin, lists, standby)
      await untilStreaming(primary)
      await delay(NOTICED_AGAIN_MS)
      const before = await tasksListed(replica)
      for (let count = 0; count < TASKS / 2; count += 1) mustBeGood(await send(server.origin, lists.tasks('none')))
      const errors = internalErrorsOf(server)
      if (errors.length > 0) throw new Error(`internal errors were logged: ${errors.join('\n')}`)
      await server.end()
      const again = (await tasksListed(replica)) - before
      if (again <= 0) throw new Error('the standby answers no list when it is back')
      return [
        { name: 'accounts and tasks that the very next list had', value: `${seen} of ${ACCOUNTS + TASKS}` },
        {
          name: 'lists answered by the standby, by its own statistics, under writes',
          value: `${byStandby} of ${TASKS}`
        },
        lagging,
        ...killed,
        { name: 'lists answered by the standby when it was back, without writes', value: `${again} of ${TASKS / 2}` }
      ]
    } finally {
      await load?.stop()
      await server?.end('SIGKILL')
      await standby?.postgres.remove()
      await standby?.link.close()
      await primary.remove()
    }
  }
)

/** Makes accounts and tasks and looks for each in the next list. Returns how many were found; throws when one was not. */
async function seeAtOnce(origin: string, lists: Lists): Promise<number> {
  let seen = 0
  async function make(times: number, add: Lists['addTask'], list: Lists['tasks']): Promise<void> {
    for (let made = 0; made < times; made += 1) {
      const name = freshName()
      mustBeGood(await send(origin, add(name)))
      lists.mustHave(mustBeGood(await send(origin, list(name))), name)
      seen += 1
    }
  }
  await Promise.all([make(ACCOUNTS, lists.addAccount, lists.accounts), make(TASKS, lists.addTask, lists.tasks)])
  return seen
}

/** Lists are still right, and few of them wait for the standby. */
async function listWhileItLags(origin: string, lists: Lists, replica: string): Promise<Figure> {
  const before = await timesQueried(replica)
  await ask(replica, 'select pg_wal_replay_pause()')
  try {
    for (let made = 0; made < LAGGING; made += 1) {
      const name = freshName()
      mustBeGood(await send(origin, lists.addTask(name)))
      lists.mustHave(mustBeGood(await send(origin, lists.tasks(name))), name)
    }
  } finally {
    await ask(replica, 'select pg_wal_replay_resume()')
  }
  const queried = (await timesQueried(replica)) - before
  if (queried === 0 || queried >= LAGGING)
    throw new Error(`a lagging standby was queried ${queried} times for ${LAGGING} lists`)
  return {
    name: `how often a standby that replays nothing was queried, for ${LAGGING} right lists`,
    value: `${queried}`
  }
}

/** Pages must not fail, and no list break off that is being sent. */
async function killUnderLists(origin: string, lists: Lists, { postgres }: Standby): Promise<Figure[]> {
  let stopped = false
  const pages: Answered[] = []
  const wholes: Answered[] = []
  const listWithout = async (sent: typeof lists.whole, into: Answered[]): Promise<void> => {
    while (!stopped) into.push(await send(origin, sent))
  }
  const clients = [
    ...Array.from({ length: LISTING }, () => listWithout(lists.page, pages)),
    listWithout(lists.whole, wholes)
  ]
  for (let kill = 0; kill < KILLS; kill += 1) {
    await delay(LASTS_MS)
    await postgres.kill()
    await delay(LASTS_MS)
    await postgres.start()
    await delay(NOTICED_AGAIN_MS)
  }
  stopped = true
  await Promise.all(clients)
  pages.forEach(mustBeGood)
  wholes.forEach(mustBeGood)
  return [
    {
      name: `pages that failed while the standby was killed with -9 and started, ${KILLS} times`,
      value: `0 of ${pages.length}`
    },
    { name: 'whole lists that failed or broke off meanwhile', value: `0 of ${wholes.length}` }
  ]
}

/** How many pages of tasks this PostgreSQL server has read. */
function tasksListed(url: string): Promise<number> {
  return callsOf(url, 'tasks_in_all')
}

/** How often this standby was queried for its replay position. */
function timesQueried(url: string): Promise<number> {
  return callsOf(url, 'pg_last_wal_replay_lsn')
}

/** How often a statement ran that has this text, by the server's own statistics. */
async function callsOf(url: string, text: string): Promise<number> {
  const [row] = await ask(url, `select sum(calls) as calls from pg_stat_statements where query like '%${text}%'`)
  return Number(row?.calls ?? 0)
}

function internalErrorsOf(server: ServerProcess): string[] {
  const lines = server.output().split('\n')
  return lines.filter((line) => line.includes('"internal error"'))
}

function mustBeGood(answered: Answered): Answered {
  if (!isGood(answered)) throw new Error(`failed: ${JSON.stringify(answered)}`)
  return answered
}
