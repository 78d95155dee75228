import { startConfigured, type ConfiguredProgram } from '../support/configured-program.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePort, freePorts } from '../support/ports.js'
import { processUser, startPostgres } from '../support/postgres.js'
import { spawnServer, type ServerProcess } from '../support/server-process.js'
import { readDeployFile } from '../deploy/support.js'

const PASSWORD = 'the password of quintet'
const REQUESTS = 20
const ATTEMPTS = 600

/** The processes of `docs/deploy/compose`, without containers: its files with addresses of loopback. */
measuredTest('compose: two replicas over its PgBouncer, behind its HAProxy', async (): Promise<Figure[]> => {
  const postgres = await startPostgres()
  const programs: ConfiguredProgram[] = []
  const replicas: ServerProcess[] = []
  try {
    await postgres.run(`create role quintet login password '${PASSWORD}'`)
    await postgres.run('create database quintet owner quintet')
    const poolPort = await freePort()
    programs.push(await startConfigured('pgbouncer', poolerOn(poolPort, postgres.port)))
    const env = {
      DATABASE_URL: `postgres://quintet@127.0.0.1:${poolPort}/quintet`,
      DATABASE_PASSWORD: PASSWORD,
      NAMED_STATEMENTS: '0',
      TOKEN_SECRET: 'a secret that both of the replicas share',
      TRUSTED_PROXIES: '1',
      DATA_DIR: postgres.folder,
      // As in production.
      SHUTDOWN_DELAY: '5'
    }
    const metricsPorts = await freePorts(2)
    for (const port of metricsPorts) replicas.push(await spawnServer({ ...env, METRICS_PORT: String(port) }))
    const port = await freePort()
    programs.push(await startConfigured('haproxy', balancerOn(port, replicas)))
    const origin = `http://127.0.0.1:${port}`
    await untilReady(origin)
    const token = await logIn(origin)
    await requests(origin, token)
    const counted = await Promise.all(metricsPorts.map(requestsAt))
    if (counted.some((count) => count === 0)) throw new Error(`not both replicas answered: ${counted}`)
    await replicas[0]!.end('SIGTERM')
    await requests(origin, token)
    return [
      { name: 'requests of both replicas', value: `${counted.join(' and ')}, 0 of ${REQUESTS} failed` },
      { name: 'requests after the stop of one', value: `0 of ${REQUESTS} failed` }
    ]
  } finally {
    await Promise.all(replicas.map((replica) => replica.end('SIGKILL')))
    for (const program of programs.reverse()) await program.end()
    await postgres.remove()
  }
})

function poolerOn(port: number, target: number) {
  const text = readDeployFile('compose/pgbouncer.ini')
    .replace('host=database port=5432', `host=127.0.0.1 port=${target}`)
    .replace('listen_port = 6432', `listen_port = ${port}`)
    .replace('/run/secrets/pgbouncer', 'FOLDER/users')
  const files = { 'pgbouncer.ini': text, users: `"quintet" "${PASSWORD}"\n` }
  return { files, args: ['FOLDER/pgbouncer.ini'], port, user: processUser() }
}

function balancerOn(port: number, replicas: ServerProcess[]) {
  let text = readDeployFile('compose/haproxy.cfg').replace('bind :8000', `bind 127.0.0.1:${port}`)
  replicas.forEach((replica, index) => {
    text = text.replace(`server-${index + 1}:8000`, `127.0.0.1:${replica.port}`)
  })
  return { files: { 'haproxy.cfg': text }, args: ['-W', '-db', '-f', 'FOLDER/haproxy.cfg'], port }
}

async function untilReady(origin: string): Promise<void> {
  for (let attempt = 1; !(await fetch(`${origin}/health/ready`)).ok; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error('HAProxy finds no replica')
  }
}

async function logIn(origin: string): Promise<string> {
  const body = new URLSearchParams({ username: 'admin', password: 'zhou0914.' })
  const answer = (await (await fetch(`${origin}/tms/login`, { method: 'POST', body })).json()) as {
    data: { access_token: string }
  }
  return answer.data.access_token
}

async function requests(origin: string, token: string): Promise<void> {
  for (let request = 0; request < REQUESTS; request += 1) {
    const { status } = await fetch(`${origin}/tms/user/me`, { headers: { Authorization: `Bearer ${token}` } })
    if (status !== 200) throw new Error(`a request was answered ${status}`)
  }
}

/** Requests of tms that a replica has answered, by its metrics. */
async function requestsAt(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const counts = text.matchAll(/^quintet_requests_total\{api="tms".*\} (\d+)$/gm)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}
