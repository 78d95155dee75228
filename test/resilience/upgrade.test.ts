import { lacking } from '../../scripts/programs.js'
import { startLoad, type Load } from '../support/load.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { startPostgres } from '../support/postgres.js'
import { isGood } from '../support/send.js'
import { UNLIMITED } from '../support/server-process.js'
import { Fleet } from '../support/upgrade/fleet.js'
import { buildOlder, copyNewer, isRepository, type Version } from '../support/upgrade/versions.js'
import { startVisitors, type Visitors } from '../support/upgrade/visitors.js'
import { verifyWrites } from '../support/verify-writes.js'

const ROUNDS = 10
const REPLICAS = 2
const LOAD = { writers: 4, readers: 4, pause: 5 }

const missing = [...lacking(['haproxy', 'git', 'tar']), ...(isRepository() ? [] : ['the history of the project'])]

measuredTest(
  'upgrade: the last release and the present code side by side under load, forward and back, no request fails',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const databaseUrl = await postgres.createDatabase('upgrade')
    const env = settings(databaseUrl, postgres.folder)
    const versions: Version[] = []
    const fleet = await Fleet.open(env, REPLICAS)
    let visitors: Visitors | undefined
    try {
      const [older, newer] = [await buildOlder(env), copyNewer(env)]
      versions.push(older, newer)
      await fleet.start(older, fleet.olderPorts)
      const load = await startLoad(fleet.balancer.origin, LOAD)
      fleet.load = load
      visitors = startVisitors(fleet.balancer.origin)
      let undone = 0
      for (let round = 0; round < ROUNDS; round += 1) undone += await goAndReturn(fleet, older, newer)
      await Promise.all([load.stop(), visitors.stop()])
      const good = countGood(load, visitors)
      const { acknowledged } = await verifyWrites({ databaseUrl, dataDir: postgres.folder }, load.writeLog)
      return [
        {
          name: `from ${older.title} to ${newer.title} and back`,
          value: `${ROUNDS} times, ${undone} migrations undone`
        },
        { name: 'failed requests', value: `0 of ${good}` },
        { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` }
      ]
    } finally {
      await Promise.all([fleet.load?.stop(), visitors?.stop()])
      await fleet.close()
      versions.forEach((version) => version.remove())
      await postgres.remove()
    }
  },
  missing
)

function settings(databaseUrl: string, dataDir: string): Record<string, string> {
  return {
    ...UNLIMITED,
    LOG_LEVEL: 'error',
    HASH_COST: 'least',
    CONSOLE: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    TOKEN_SECRET: 'a secret that all of the replicas share',
    TRUSTED_PROXIES: '1',
    SHUTDOWN_DELAY: '1'
  }
}

/** Replaces the older servers by newer ones, and these by older ones again. Returns how many migrations were undone then. */
async function goAndReturn(fleet: Fleet, older: Version, newer: Version): Promise<number> {
  await fleet.start(newer, fleet.newerPorts)
  await fleet.stop(fleet.olderPorts)
  await fleet.start(older, fleet.olderPorts)
  await fleet.stop(fleet.newerPorts)
  const unknown = await unknownTo(older)
  for (const name of unknown) await newer.admin('undo-migration', '--name', name)
  await fleet.untilGood()
  return unknown.length
}

/** The migrations of the database that the version does not know, the newest first. */
async function unknownTo(older: Version): Promise<string[]> {
  const lines = (await older.admin('migrations', '--json')).trim().split('\n')
  const states = lines.map((line) => JSON.parse(line) as { name: string; state: string })
  const names = states.filter(({ state }) => state === 'newer').map(({ name }) => name)
  if (names.length === 0) throw new Error('the newer version has migrated nothing')
  return names.reverse()
}

function countGood({ answers }: Load, visitors: Visitors): number {
  const failed = [...answers.filter((answered) => !isGood(answered)), ...visitors.failures]
  if (failed.length > 0) throw new Error(`${failed.length} requests failed: ${JSON.stringify(failed.slice(0, 5))}`)
  return answers.length + visitors.answered()
}
