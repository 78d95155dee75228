import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { startConfigured } from './configured-program.js'
import { freePort } from './ports.js'
import { processUser, type Postgres, type Row } from './postgres.js'

/** PgBouncer before a PostgreSQL server, in transaction mode, on loopback. */
export interface Pgbouncer {
  port: number
  version: string
  /** What its console answers to `show <what>`. */
  show(what: string): Promise<Row[]>
  end(): Promise<void>
}

/** `connections`: how many it opens to each database. */
export async function startPgbouncer(postgres: Postgres, connections: number): Promise<Pgbouncer> {
  const port = await freePort()
  const { end } = await startConfigured('pgbouncer', {
    files: {
      'users.txt': '"postgres" ""\n',
      'pgbouncer.ini': configuration({ port, target: postgres.port, connections })
    },
    args: ['-q', 'FOLDER/pgbouncer.ini'],
    port,
    user: processUser()
  })
  const { stdout } = spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' })
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

/**
 * What the server asks for as it connects, a pooler in transaction mode cannot keep per client. It ignores that, and sets the
 * same for all of its connections.
 */
function configuration(at: { port: number; target: number; connections: number }): string {
  return `
[databases]
* = host=127.0.0.1 port=${at.target} timezone=UTC connect_query='set statement_timeout = 1200; set idle_in_transaction_session_timeout = 3000; set jit = off'

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${at.port}
unix_socket_dir =
auth_type = trust
auth_file = FOLDER/users.txt
admin_users = postgres
pool_mode = transaction
default_pool_size = ${at.connections}
max_client_conn = 500
ignore_startup_parameters = options, statement_timeout, idle_in_transaction_session_timeout
`
}
