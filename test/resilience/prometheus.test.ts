import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as delay } from 'node:timers/promises'
import { packageRoot } from '../../src/config/package-root.js'
import { admin } from '../cli/run.js'
import { dashboardExpressions, panels } from '../deploy/dashboard.js'
import { readDeployFile } from '../deploy/support.js'
import { startConfigured } from '../support/configured-program.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePort, freePorts } from '../support/ports.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'

const RULES = fileURLToPath(new URL('docs/deploy/prometheus/alerts.yaml', packageRoot))
const RULE_TESTS = fileURLToPath(new URL('test/deploy/alerts.yaml', packageRoot))
const CHECK = fileURLToPath(new URL('test/support/grafana/check.go', packageRoot))
/** Of the Grafana project, from the Go proxy: the types of its dashboards. */
const GRAFANA_SDK = 'github.com/grafana/grafana-foundation-sdk/go@v0.0.22'
const CONFIGURATION = readDeployFile('prometheus/prometheus.yaml')
const RATE = '20s'
const PATIENCE_MS = 60_000

measuredTest('Prometheus: the alerts are valid, and fire when they should', async (): Promise<Figure[]> => {
  requirePrometheus()
  const checked = execFileSync('promtool', ['check', 'rules', RULES], { encoding: 'utf8' })
  execFileSync('promtool', ['test', 'rules', RULE_TESTS], { encoding: 'utf8' })
  return [{ name: 'rules', value: /(\d+) rules found/.exec(checked)![1]! }]
})

measuredTest(
  'Prometheus: every panel of the dashboard has data of a server under load',
  async (): Promise<Figure[]> => {
    requirePrometheus()
    const postgres = await startPostgres({ fsync: 'off' })
    const [metricsPort, port] = (await freePorts(2)) as [number, number]
    let server: ServerProcess | undefined
    let prometheus: { end(): Promise<void> } | undefined
    try {
      const env = { ...UNLIMITED, DATABASE_URL: await postgres.createDatabase('metrics'), DATA_DIR: postgres.folder }
      await addWebhook(env)
      server = await spawnServer({ ...env, METRICS_PORT: String(metricsPort), LOG_LEVEL: 'error' })
      prometheus = await startConfigured('prometheus', {
        port,
        files: {
          'alerts.yaml': readDeployFile('prometheus/alerts.yaml'),
          'prometheus.yaml': CONFIGURATION.replace(/\[server.*\]/, `['127.0.0.1:${metricsPort}']`).replaceAll(
            '15s',
            '1s'
          )
        },
        args: [
          '--config.file=FOLDER/prometheus.yaml',
          '--storage.tsdb.path=FOLDER/data',
          `--web.listen-address=127.0.0.1:${port}`
        ]
      })
      const empty = await emptyWithin(`http://127.0.0.1:${port}`, server.origin)
      if (empty.length > 0) throw new Error(`no data: ${empty.join('; ')}`)
      return [{ name: 'panels with data', value: `${panels.length} of ${panels.length}` }]
    } finally {
      await prometheus?.end()
      await server?.end()
      await postgres.remove()
    }
  }
)

measuredTest('Grafana: the dashboard conforms to its schema', async (): Promise<Figure[]> => {
  if (spawnSync('go', ['version']).error !== undefined) throw new Error('go is not here; install Go')
  const cwd = mkdtempSync(join(tmpdir(), 'quintet-grafana-'))
  try {
    copyFileSync(CHECK, join(cwd, 'check.go'))
    const run = (...args: string[]): string => execFileSync('go', args, { cwd, encoding: 'utf8', stdio: 'pipe' })
    run('mod', 'init', 'check')
    run('get', GRAFANA_SDK)
    run('build', '-o', 'check', '.')
    const flawsOf = (text: string): string => {
      writeFileSync(join(cwd, 'dashboard.json'), text)
      return spawnSync('./check', ['dashboard.json'], { cwd, encoding: 'utf8' }).stderr
    }
    const dashboard = readDeployFile('grafana/quintet.json')
    const flaws = flawsOf(dashboard)
    if (flaws !== '') throw new Error(flaws)
    if (!flawsOf(dashboard.replace('"gridPos"', '"gridpos"')).includes('gridpos')) {
      throw new Error('a misspelled field is taken')
    }
    return [
      { name: 'valid for', value: GRAFANA_SDK },
      { name: 'a misspelled field', value: 'refused' }
    ]
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

/** One whose receiver is away, so that its delay is not 0. */
async function addWebhook(env: Record<string, string>): Promise<void> {
  const { code, stderr } = await admin(`webhooks --realm tms --add http://127.0.0.1:${await freePort()}/`, { env })
  if (code !== 0) throw new Error(stderr)
}

function requirePrometheus(): void {
  if (spawnSync('promtool', ['--version']).error !== undefined) {
    throw new Error('promtool is not here; install prometheus')
  }
}

/** Sends requests until every expression has data. Returns those that have none when patience ends. */
async function emptyWithin(prometheus: string, origin: string): Promise<string[]> {
  const end = Date.now() + PATIENCE_MS
  let empty = dashboardExpressions.filter((expression) => !expression.startsWith('label_values'))
  while (empty.length > 0 && Date.now() < end) {
    await load(origin)
    await delay(1_000)
    const found = await Promise.all(empty.map((expression) => hasData(prometheus, expression)))
    empty = empty.filter((_, index) => !found[index])
  }
  return empty
}

/** Good, refused and unreadable requests. Nothing answers 503 here: a panel for those is empty while there are none. */
async function load(origin: string): Promise<void> {
  const login = (password: string): Promise<Response> =>
    fetch(`${origin}/tms/login`, { method: 'POST', body: new URLSearchParams({ username: 'admin', password }) })
  const answers = await Promise.all([login('zhou0914.'), login('wrong'), fetch(`${origin}/admin/roles`)])
  await Promise.all(answers.map((answer) => answer.text()))
}

async function hasData(prometheus: string, expression: string): Promise<boolean> {
  const query = expression
    .replaceAll('$__rate_interval', RATE)
    .replaceAll(/\$(job|instance)/g, '.*')
    // As the status of requests that there are.
    .replace('status="503"', 'status="400"')
  const answer = await fetch(`${prometheus}/api/v1/query?query=${encodeURIComponent(query)}`)
  const { status, data, error } = (await answer.json()) as {
    status: string
    error?: string
    data?: { result: { value: [number, string] }[] }
  }
  if (status !== 'success') throw new Error(`${error}: ${query}`)
  return data!.result.some(({ value: [, value] }) => value !== 'NaN')
}
