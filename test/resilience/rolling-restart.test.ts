import { startHaproxy, type Haproxy } from '../support/haproxy.js'
import { startLoad, type Load } from '../support/load.js'
import { freePorts } from '../support/ports.js'
import { startPostgres } from '../support/postgres.js'
import { verifyWrites } from '../support/verify-writes.js'
import { isGood } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const REPLICAS = 3
const RESTARTS = 20
const LOAD = { writers: 4, readers: 6, pause: 5 }
/** Good answers of every client between two restarts. */
const GOOD_ANSWERS = 3
const PATIENCE_MS = 60_000
const SECRET = 'a secret that all of the replicas share'

measuredTest(
  'rolling restart: three replicas behind a balancer restarted under load, no request fails',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const replicas: ServerProcess[] = []
    let haproxy: Haproxy | undefined
    let load: Load | undefined
    try {
      const databaseUrl = await postgres.createDatabase('rolling')
      const env = {
        ...UNLIMITED,
        APIS: 'tms,waste-sorting',
        LOG_LEVEL: 'error',
        DATA_DIR: postgres.folder,
        DATABASE_URL: databaseUrl,
        TOKEN_SECRET: SECRET,
        TRUSTED_PROXIES: '1',
        SHUTDOWN_DELAY: '1'
      }
      const ports = await freePorts(REPLICAS)
      for (const port of ports) replicas.push(await spawnServer({ ...env, PORT: String(port) }))
      haproxy = await startHaproxy(ports)
      for (const port of ports) await haproxy.until(port, 'UP')
      load = await startLoad(haproxy.origin, LOAD)
      for (let restart = 0; restart < RESTARTS; restart += 1) {
        const index = restart % REPLICAS
        const port = ports[index]!
        const code = await replicas[index]!.end('SIGTERM')
        if (code !== 0) throw new Error(`a replica ended with ${code}: ${replicas[index]!.output()}`)
        await haproxy.until(port, 'DOWN')
        replicas[index] = await spawnServer({ ...env, PORT: String(port) })
        await haproxy.until(port, 'UP')
        await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
      }
      await load.stop()
      const { acknowledged } = await verifyWrites({ databaseUrl, dataDir: postgres.folder }, load.writeLog)
      return figuresOf(load, acknowledged)
    } finally {
      await load?.stop()
      await haproxy?.end()
      await Promise.all(replicas.map((replica) => replica.end('SIGKILL')))
      await postgres.remove()
    }
  }
)

function figuresOf({ answers }: Load, acknowledged: number): Figure[] {
  const failed = answers.filter((answered) => !isGood(answered))
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${answers.length} failed: ${JSON.stringify(failed.slice(0, 5))}`)
  const reads = answers.filter(({ method }) => method === 'GET').length
  return [
    { name: 'restarts', value: `${RESTARTS} of ${REPLICAS} replicas in turn` },
    { name: 'failed requests', value: `0 of ${answers.length} (${reads} reads, ${answers.length - reads} writes)` },
    { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` }
  ]
}
