import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyOfTemplate, type TestDatabase } from './database.js'
import { startProgram, type Program } from './program.js'

/** No limits, no log and no delay, so that a test meets only what it sets. */
const DEFAULTS = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  SHUTDOWN_DELAY: '0',
  LOGIN_FAILURES: '0',
  LOGIN_FAILURES_PER_ADDRESS: '0',
  REGISTRATIONS_PER_ADDRESS: '0',
  WRITES_PER_ACCOUNT: '0'
}

export interface RunningMain extends Program {
  origin: string
  port: number
}

/** `dist/src/main.js`, not waited for. */
export function launchMain(env: Record<string, string>): Program {
  const { PORT, ...others } = DEFAULTS
  return startProgram('src/main.js', { env: { ...others, ...(env.PORTS === undefined && { PORT }), ...env } })
}

/** `dist/src/main.js` once it is up. */
export async function startMain(env: Record<string, string>): Promise<RunningMain> {
  const program = launchMain(env)
  const [, origin, port] = await program.prints(/Quintet is up\.\n.*(http:\/\/[\w.]+:(\d+))\/.*\n/)
  return { ...program, origin: origin!, port: Number(port) }
}

/** A data folder for the embedded database, on PostgreSQL runs too: with a database in it, or empty where that is slow. */
export async function embeddedFolder(): Promise<TestDatabase> {
  if (process.env.DATABASE_URL === undefined) return copyOfTemplate()
  const folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
  return { env: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}
