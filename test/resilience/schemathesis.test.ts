import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readConfig } from '../../src/config/config.js'
import { openContext } from '../../src/server/start.js'
import { startPostgres } from '../support/postgres.js'
import { installSchemathesis, VERSION } from '../support/schemathesis/install.js'
import { testApi, type Report } from '../support/schemathesis/run.js'
import { openTokenServer } from '../support/schemathesis/token-server.js'
import { spawnServer } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

/** No limits of attempts, which all come from one address here. */
const UNCOUNTED = {
  LOGIN_FAILURES: '0',
  LOGIN_FAILURES_PER_ADDRESS: '0',
  REGISTRATIONS_PER_ADDRESS: '0',
  WRITES_PER_ACCOUNT: '0'
}

measuredTest('Schemathesis: every response is within the contracts', async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-schemathesis-'))
  const endings: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    const program = await installSchemathesis(folder)
    const postgres = await startPostgres({ fsync: 'off' })
    endings.push(() => postgres.remove())
    const env = { DATABASE_URL: await postgres.createDatabase('tested') }
    const server = await spawnServer({ ...UNCOUNTED, ...env, DATA_DIR: folder, LOG_LEVEL: 'error' })
    endings.push(() => server.end())
    const context = await openContext(readConfig({ ...env, DATA_DIR: folder }), { log: pino({ level: 'silent' }) })
    endings.push(() => context.close())
    const tokens = await openTokenServer(context, server.origin)
    endings.push(() => tokens.close())
    const figures: Figure[] = []
    const failed: string[] = []
    for (const api of realmNames) {
      const { report, output } = await testApi(program, folder, api, server.origin, `${tokens.origin}/${api}`)
      const { figure, failures } = checkReport(api, report)
      figures.push(figure)
      if (failures > 0) failed.push(`${figure.value}\n${output}`)
    }
    if (failed.length > 0) throw new Error(failed.join('\n'))
    if (/"level":50/.test(server.output())) throw new Error(`an internal error was logged: ${server.output()}`)
    return figures
  } finally {
    for (const end of endings.reverse()) await end()
  }
})

function checkReport(api: RealmName, { complete, operations, phases, test_cases: cases }: Report) {
  const untested = operations.total - operations.tested
  const failures = cases.unique_failures + cases.errored + operations.errored + untested + (complete ? 0 : 1)
  const run = Object.entries(phases).filter(([, { status }]) => status !== 'skip')
  const names = run.map(([name]) => name).join(', ')
  const value = `${operations.tested} operations, ${cases.generated} cases (${names}), ${failures} failures`
  return { figure: { name: `${api}, with Schemathesis ${VERSION}`, value }, failures }
}
