import { setTimeout as delay } from 'node:timers/promises'
import { createClient, type Client } from '../support/client.js'
import { startLoad, type Load } from '../support/load.js'
import { startPgbouncer, type Pgbouncer } from '../support/pgbouncer.js'
import { startPostgres } from '../support/postgres.js'
import { raceExchanges, raceLastAdministrators, raceRegistrations } from '../support/races.js'
import { verifyWrites } from '../support/verify-writes.js'
import { revokeAgainAndAgain, ways } from '../support/revocations/again.js'
import { isGood } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

/** Connections of the pooler to PostgreSQL, fewer than the replicas open to it. */
const CONNECTIONS = 5
const REPLICAS = 2
const POOL_OF_REPLICA = '20'
const LOAD = { writers: 6, readers: 10, pause: 0 }
const LOAD_LASTS_MS = 20_000
const ROUNDS = 50
const AT_ONCE = 20
const TIMES = 10
const DATABASE = 'pooled'

measuredTest(
  'PgBouncer in transaction mode: two replicas keep revocations, unique winners of races and acknowledged writes',
  async (): Promise<Figure[]> => {
    // Any connection without the time zone that the server asks for would be a fault.
    const postgres = await startPostgres({ timezone: 'Asia/Shanghai' })
    const replicas: ServerProcess[] = []
    let pgbouncer: Pgbouncer | undefined
    let load: Load | undefined
    try {
      const direct = await postgres.createDatabase(DATABASE)
      pgbouncer = await startPgbouncer(postgres, CONNECTIONS)
      const env = {
        ...UNLIMITED,
        LOG_LEVEL: 'error',
        DATA_DIR: postgres.folder,
        DATABASE_URL: direct.replace(`:${postgres.port}/`, `:${pgbouncer.port}/`),
        DATABASE_POOL: POOL_OF_REPLICA,
        NAMED_STATEMENTS: '0',
        TOKEN_SECRET: 'a secret that all of the replicas share'
      }
      for (let replica = 0; replica < REPLICAS; replica += 1) replicas.push(await spawnServer(env))

      load = await startLoad(replicas[0]!.origin, LOAD)
      await delay(LOAD_LASTS_MS)
      const shared = await connectionsOf(pgbouncer)
      await load.untilAllGood(1, LOAD_LASTS_MS)
      await load.stop()
      const failed = load.answers.filter((answered) => !isGood(answered))
      if (failed.length > 0) throw new Error(`${failed.length} failed: ${JSON.stringify(failed.slice(0, 3))}`)
      const { acknowledged } = await verifyWrites({ databaseUrl: direct, dataDir: postgres.folder }, load.writeLog)

      const clients = replicas.map(({ origin }) => createClient(origin)) as [Client, Client]
      let refused = 0
      for (const [name, way] of Object.entries(ways))
        refused += await revokeAgainAndAgain(name, { way, clients, times: TIMES })
      await raceExchanges(clients, ROUNDS, AT_ONCE)
      await raceRegistrations(clients, ROUNDS, AT_ONCE)
      await raceLastAdministrators(clients, ROUNDS, direct)
      for (const replica of replicas) {
        if (replica.output().includes('"internal error"'))
          throw new Error(`internal errors were logged: ${replica.output()}`)
      }
      return [
        { name: pgbouncer.version, value: shared },
        { name: 'failed requests under load', value: `0 of ${load.answers.length}` },
        { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` },
        {
          name: 'revocations on one replica, refused for the very next request on the other',
          value: `${refused} of ${refused}`
        },
        { name: `${AT_ONCE} exchanges of one token at once`, value: `one succeeded, ${ROUNDS} of ${ROUNDS} times` },
        { name: `${AT_ONCE} registrations of one name at once`, value: `one succeeded, ${ROUNDS} of ${ROUNDS} times` },
        { name: 'the last two administrators ban each other at once', value: `one left, ${ROUNDS} of ${ROUNDS} times` }
      ]
    } catch (error) {
      throw new Error(`the servers logged: ${replicas.map((replica) => replica.output().slice(-2000))}`, {
        cause: error
      })
    } finally {
      await load?.stop()
      await Promise.all(replicas.map((replica) => replica.end()))
      await pgbouncer?.end()
      await postgres.remove()
    }
  }
)

async function connectionsOf(pgbouncer: Pgbouncer): Promise<string> {
  const ours = ({ database }: Record<string, unknown>): boolean => database === DATABASE
  const clients = (await pgbouncer.show('clients')).filter(ours).length
  const servers = (await pgbouncer.show('servers')).filter(ours).length
  const [stats] = (await pgbouncer.show('stats')).filter(ours)
  if (servers < 2 || servers > CONNECTIONS || clients <= servers)
    throw new Error(`${clients} connections over ${servers} are not pooled`)
  return `${clients} connections of the replicas over ${servers} to PostgreSQL, ${stats?.total_xact_count} transactions`
}
