import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lacking } from '../../scripts/programs.js'
import { checkHistory, type Verdict } from '../support/history/check.js'
import { beginHistory, type History } from '../support/history/clients.js'
import { historyOfJulong } from '../support/history/julong.js'
import { copyWithLateRevocation } from '../support/history/late-revocation.js'
import { ReplicatedPostgres } from '../support/replicated-postgres.js'
import { historyOfUserLogin } from '../support/history/user-login.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePorts } from '../support/ports.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'

const REPLICAS = 3
const OPERATIONS = 100_000
/** In turn a replica is killed and started again, and the primary killed and its standby promoted. */
const FAULTS = 12
const SIZE = { accounts: 8, clients: 4 }
const OPERATIONS_WITH_FAULT = 10_000

const missing = lacking(['go', 'haproxy'])

const settings = (databaseUrl: string): Record<string, string> => ({
  ...UNLIMITED,
  APIS: 'julong,user-login',
  LOG_LEVEL: 'error',
  HASH_COST: 'least',
  CONSOLE: '0',
  DATA_DIR: tmpdir(),
  DATABASE_URL: databaseUrl,
  TOKEN_SECRET: 'a secret that all of the replicas share'
})

measuredTest(
  'history: what many clients are answered by three replicas, with failovers, is that of one account after the other',
  async (): Promise<Figure[]> => {
    const postgres = await ReplicatedPostgres.start('history')
    const replicas: ServerProcess[] = []
    let history: History | undefined
    try {
      const ports = await freePorts(REPLICAS)
      const start = (port: number) => spawnServer({ ...settings(postgres.databaseUrl), PORT: String(port) })
      for (const port of ports) replicas.push(await start(port))
      history = await begin(replicas, OPERATIONS)
      for (let fault = 1; fault <= FAULTS; fault += 1) {
        await history.until((OPERATIONS * fault) / (FAULTS + 1))
        if (fault % 2 === 0) await postgres.failOver()
        else await restart(replicas, ((fault - 1) / 2) % REPLICAS, start)
      }
      await history.done
      const logged = replicas.filter((replica) => replica.output().includes('"internal error"'))
      if (logged.length > 0) throw new Error(`internal errors were logged: ${logged[0]!.output()}`)
      return figuresOf(await checkHistory(history.recorded, 'history'))
    } finally {
      history?.stop()
      await Promise.all(replicas.map((replica) => replica.end('SIGKILL')))
      await postgres.remove()
    }
  },
  missing
)

measuredTest(
  'history: a replica that keeps callers for a second is found out',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const late = copyWithLateRevocation()
    const replicas: ServerProcess[] = []
    let history: History | undefined
    try {
      const env = settings(await postgres.createDatabase('history'))
      replicas.push(await spawnServer(env), await spawnServer(env))
      replicas.push(await spawnServer(env, [], join(late, 'dist/src/main.js')))
      history = await begin(replicas, OPERATIONS_WITH_FAULT)
      await history.done
      const { operations, accounts, violated } = await checkHistory(history.recorded, 'history-with-fault')
      if (violated.length === 0) throw new Error(`not found in ${operations} requests`)
      return [{ name: 'found in', value: `${violated.length} of ${accounts} accounts, ${operations} requests` }]
    } finally {
      history?.stop()
      await Promise.all(replicas.map((replica) => replica.end('SIGKILL')))
      await postgres.remove()
      rmSync(late, { recursive: true })
    }
  },
  missing
)

async function begin(replicas: ServerProcess[], operations: number): Promise<History> {
  const origins = replicas.map(({ origin }) => origin)
  const apis = [await historyOfJulong(origins[0]!), historyOfUserLogin(origins[0]!)]
  return beginHistory(origins, apis, { operations, ...SIZE })
}

async function restart(
  replicas: ServerProcess[],
  index: number,
  start: (port: number) => Promise<ServerProcess>
): Promise<void> {
  const { port, end } = replicas[index]!
  await end('SIGKILL')
  replicas[index] = await start(port)
}

function figuresOf({ operations, accounts, unknown, violated, undecided }: Verdict): Figure[] {
  if (violated.length > 0 || undecided.length > 0)
    throw new Error(`accounts ${violated.join(', ')} violated, ${undecided.join(', ')} undecided: see reports/`)
  return [
    { name: 'violations', value: `0 in ${operations} requests of ${accounts} accounts, ${unknown} of them unanswered` },
    {
      name: 'faults',
      value: `${FAULTS / 2} replicas killed, ${FAULTS / 2} primaries killed and their standbys promoted`
    }
  ]
}
