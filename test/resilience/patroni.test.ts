import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshName } from '../support/accounts.js'
import { startConfigured, type ConfiguredProgram } from '../support/configured-program.js'
import { createLists } from '../support/lists.js'
import { startLoad, type Load } from '../support/load.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { median } from '../support/median.js'
import { haproxyConfiguration, TTL } from '../support/patroni/configuration.js'
import { lackingForCluster, startCluster, type Cluster, type ClusterNode } from '../support/patroni/cluster.js'
import { freePort } from '../support/ports.js'
import { ask } from '../support/postgres.js'
import { isGood, send } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { verifyWrites } from '../support/verify-writes.js'

const ROUNDS = 5
const LOAD = { writers: 4, readers: 2, pause: 20 }
const GOOD_ANSWERS = 3
const PATIENCE_MS = 90_000
/** Milliseconds without a write that is done, at most. */
const NO_WRITE_FOR = (TTL + 5) * 1000

/** What happens to the leader, and what brings its node back. */
const FAULTS: { name: string; happen(leader: ClusterNode, cluster: Cluster): unknown; end(node: ClusterNode): void }[] =
  [
    { name: 'killed', happen: (leader) => leader.kill(), end: (node) => node.start() },
    { name: 'hung', happen: (leader) => leader.hang(), end: (node) => node.goOn() },
    { name: 'cut off', happen: (leader) => leader.cutOff(), end: (node) => node.reconnect() },
    { name: 'switched over', happen: (_, cluster) => cluster.switchOver(), end: () => {} }
  ]

measuredTest(
  'Patroni: the primary is killed, hung, cut off and switched over under writes; nothing acknowledged is lost',
  async (): Promise<Figure[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'quintet-patroni-server-'))
    const cluster = await startCluster()
    let haproxy: ConfiguredProgram | undefined
    let server: ServerProcess | undefined
    let load: Load | undefined
    let lists: Listing | undefined
    try {
      await cluster.untilWhole()
      const direct = async (): Promise<string> => urlOf(await cluster.leader(), 'failover')
      await ask(urlOf(await cluster.leader(), 'postgres'), 'create database failover')
      const port = await freePort()
      const addresses = cluster.nodes.map(({ address }) => address)
      const files = { 'haproxy.cfg': haproxyConfiguration(port, addresses) }
      haproxy = await startConfigured('haproxy', { files, args: ['-db', '-q', '-f', 'FOLDER/haproxy.cfg'], port })
      server = await spawnServer({
        ...UNLIMITED,
        APIS: 'tms,waste-sorting,julong',
        LOG_LEVEL: 'error',
        DATA_DIR: folder,
        TOKEN_SECRET: 'a secret that outlives every primary',
        DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/failover`,
        DATABASE_READ_URL: urlOf(cluster.nodes.at(-1)!, 'failover')
      })
      load = await startLoad(server.origin, LOAD)
      lists = await startListing(server.origin)
      const outages = new Map<string, number[]>(FAULTS.map(({ name }) => [name, []]))
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const fault of FAULTS) {
          await cluster.untilWhole()
          await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
          outages.get(fault.name)!.push(await failOver(cluster, load, fault))
        }
      }
      await cluster.untilWhole()
      await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
      await lists.stop()
      await load.stop()
      const { answers, writeLog } = load
      const wrong = answers.filter((answered) => !isGood(answered) && answered.status !== 503)
      if (wrong.length > 0) throw new Error(`neither good nor 503: ${JSON.stringify(wrong.slice(0, 5))}`)
      if (server.output().includes('"internal error"')) throw new Error(`internal errors: ${server.output()}`)
      const { acknowledged, unansweredDone } = await verifyWrites(
        { databaseUrl: await direct(), dataDir: folder },
        writeLog
      )
      const refused = answers.filter(({ status }) => status === 503).length
      return [
        ...[...outages].map(([name, times]) => ({
          name: `primary ${name}, ${times.length} times: longest time without a write that was done`,
          value: `median ${median(times)} ms, latest ${Math.max(...times)} ms, of ${NO_WRITE_FOR} ms`
        })),
        { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` },
        { name: 'requests answered 503', value: `${refused} of ${answers.length}` },
        { name: 'writes that were answered 503 and done all the same, wholly', value: String(unansweredDone) },
        { name: 'lists that lacked what was written before them', value: `0 of ${lists.checked()}` }
      ]
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${cluster.logs()}`, { cause: error })
    } finally {
      await lists?.stop().catch(() => {})
      await load?.stop()
      await server?.end('SIGKILL')
      await haproxy?.end()
      await cluster.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  },
  lackingForCluster()
)

/** The longest time in milliseconds without a write that was done, from the fault until all clients can write again. */
async function failOver(cluster: Cluster, load: Load, fault: (typeof FAULTS)[number]): Promise<number> {
  const leader = await cluster.leader()
  const first = load.answers.length
  const since = performance.now()
  await fault.happen(leader, cluster)
  await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
  fault.end(leader)
  const done = load.answers.slice(first).filter((answered) => answered.method !== 'GET' && isGood(answered))
  const times = [since, ...done.map(({ to }) => to)]
  const longest = Math.round(Math.max(...times.slice(1).map((to, index) => to - times[index]!)))
  if (longest > NO_WRITE_FOR) throw new Error(`no write was done for ${longest} ms after the primary was ${fault.name}`)
  return longest
}

interface Listing {
  /** How many lists were looked at. */
  checked(): number
  /** Throws when a list lacked what was acknowledged before it. */
  stop(): Promise<void>
}

/** Makes a task and lists those of its type, again and again. What is answered 503 counts as nothing. */
async function startListing(origin: string): Promise<Listing> {
  const { addTask, tasks, mustHave } = await createLists(origin)
  let [stopped, checked] = [false, 0]
  async function run(): Promise<void> {
    while (!stopped) {
      const name = freshName()
      if (!isGood(await send(origin, addTask(name)))) continue
      const listed = await send(origin, tasks(name))
      if (!isGood(listed)) continue
      mustHave(listed, name)
      checked += 1
    }
  }
  const running = run()
  // Thrown by `stop`.
  running.catch(() => {})
  return {
    checked: () => checked,
    async stop() {
      stopped = true
      await running
    }
  }
}

function urlOf({ address }: ClusterNode, database: string): string {
  return `postgres://postgres@${address}:5432/${database}`
}
