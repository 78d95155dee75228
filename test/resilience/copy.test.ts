import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connect } from '../../src/database/connection/connect.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { readConfig } from '../../src/config/config.js'
import { ask, startPostgres, type Postgres } from '../support/postgres.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ACCOUNTS = 100_000
const CLI = fileURLToPath(new URL('../../src/cli/admin.js', import.meta.url))
/** Accounts, tasks in each state, an entry of the audit trail each, and more months of it than a new database has. */
const FILL = `
  select audit.add_months('3 months');
  insert into tms.users (username, canonical_name, password_hash)
    select '用户' || n, '用户' || n, repeat('x', 60) from generate_series(1, ${ACCOUNTS}) n;
  insert into tms.tasks (description, detail, price, publisher_id)
    select '任务' || n, repeat('中', n % 500), n / 100.0, n from generate_series(1, ${ACCOUNTS}) n;
  insert into audit.events (at, realm, action, result, actor_name)
    select now() + n * interval '1 minute', 'tms', 'login', 'done', '用户' || n from generate_series(1, ${ACCOUNTS}) n`

measuredTest(
  'copy: of a large embedded database by a role without superuser rights, leaves nothing when killed in the middle, and is complete the next time',
  async (): Promise<Figure[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'quintet-copy-'))
    const postgres = await startPostgres()
    try {
      await fill(folder)
      await postgres.run('create role mover login')
      await postgres.run('create database moved owner mover')
      const url = postgres.url.replace('postgres@', 'mover@').replace(/postgres$/, 'moved')
      const reached = await killInTheMiddle(postgres, folder, url)
      const { code, output } = await copy(folder, url)
      if (code !== 0) throw new Error(`the copy failed: ${output}`)
      const [, rows, tables] = /(\d+) rows of (\d+) tables copied/.exec(output) ?? []
      if (Number(rows) < 3 * ACCOUNTS) throw new Error(`too few rows: ${output}`)
      return [
        { name: `killed with -9 after ${reached}, left in the target`, value: 'nothing' },
        {
          name: 'rows copied by a role without superuser rights, each table compared',
          value: `${rows} of ${tables} tables`
        }
      ]
    } finally {
      await postgres.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

async function fill(folder: string): Promise<void> {
  const database = await connect(readConfig({ DATA_DIR: folder }))
  await migrate(database.db)
  for (const statement of FILL.split(';')) await database.db.raw(statement)
  await database.close()
}

interface Ended {
  code: number | null
  output: string
}

/** `onOutput` gets all of the output so far and how to kill the command. */
async function copy(
  folder: string,
  url: string,
  onOutput: (output: string, kill: () => void) => void = () => {}
): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATA_DIR: folder }
  const child = spawn(process.execPath, [CLI, 'copy', '--to', url], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      onOutput(output, () => child.kill('SIGKILL'))
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

/** Returns the progress at the kill. */
async function killInTheMiddle(postgres: Postgres, folder: string, url: string): Promise<string> {
  const reach = /tms\.tasks: \d+ of \d+ rows/
  const { code, output } = await copy(folder, url, (text, kill) => reach.test(text) && kill())
  if (code !== null) throw new Error(`the copy was not killed: ${output}`)
  const sessions = `select from pg_stat_activity where datname = 'moved'`
  for (let tries = 0; (await postgres.run(sessions)).length > 0; tries += 1) {
    if (tries === 300) throw new Error('the killed copy still has a session')
    await delay(100)
  }
  const left = await ask(
    url,
    `select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')`
  )
  if (left.length > 0) throw new Error(`left behind: ${JSON.stringify(left)}`)
  return reach.exec(output)![0]
}
