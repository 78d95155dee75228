import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort, processUser, type Postgres, type Row } from './postgres.js'

/** PgBouncer before a PostgreSQL server, in transaction mode, on loopback. */
export interface Pgbouncer {
  port: number
  version: string
  /** What its console answers to `show <what>`. */
  show(what: string): Promise<Row[]>
  end(): Promise<void>
}

const ATTEMPTS = 300
const INTERVAL_MS = 50

/** `connections`: how many it opens to each database. */
export async function startPgbouncer(postgres: Postgres, connections: number): Promise<Pgbouncer> {
  const { stdout, error } = spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' })
  if (error !== undefined) throw new Error('pgbouncer is not here; install pgbouncer')
  const user = processUser()
  const folder = mkdtempSync(join(tmpdir(), 'quintet-pgbouncer-'))
  const port = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(join(folder, 'users.txt'), '"postgres" ""\n')
  writeFileSync(file, configuration({ port, folder, target: postgres.port, connections }))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  const child = spawn('pgbouncer', ['-q', file], { ...user, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  async function end(): Promise<void> {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }

  for (let attempt = 1; !(await answers(port)); attempt += 1) {
    if (attempt === ATTEMPTS || child.exitCode !== null) {
      await end()
      throw new Error('pgbouncer does not answer')
    }
    await delay(INTERVAL_MS)
  }
  return {
    port,
    version: stdout.split('\n')[0]!,
    show: (what) => ask(port, what),
    end
  }
}

/** Its console knows nothing but `show`. */
async function ask(port: number, what: string): Promise<Row[]> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'pgbouncer' })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(`show ${what}`)
    return rows
  } finally {
    await client.end()
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    await ask(port, 'version')
    return true
  } catch {
    return false
  }
}

/**
 * What the server asks for as it connects, a pooler in transaction mode cannot keep per client. It ignores that, and sets the
 * same for all of its connections.
 */
function configuration(at: { port: number; folder: string; target: number; connections: number }): string {
  return `
[databases]
* = host=127.0.0.1 port=${at.target} timezone=UTC connect_query='set statement_timeout = 1200; set idle_in_transaction_session_timeout = 3000; set jit = off'

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${at.port}
unix_socket_dir =
auth_type = trust
auth_file = ${at.folder}/users.txt
admin_users = postgres
pool_mode = transaction
default_pool_size = ${at.connections}
max_client_conn = 500
ignore_startup_parameters = options, statement_timeout, idle_in_transaction_session_timeout
`
}
