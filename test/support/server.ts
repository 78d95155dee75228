import { after, before } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import type { Context } from '../../src/server/context.js'
import { start } from '../../src/server/start.js'
import { createClient, type Client } from './client.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from './database.js'

export interface TestServer {
  origin: string
  client: Client
  context: Context
  db: Knex
  /** Lines that the server logged, as JSON text. */
  logged: string[]
  stop(): Promise<void>
}

/** No limits, so that a test meets only those that it sets. */
const DEFAULTS = {
  PORT: '0',
  LOGIN_FAILURES: '0',
  LOGIN_FAILURES_PER_ADDRESS: '0',
  REGISTRATIONS_PER_ADDRESS: '0',
  WRITES_PER_ACCOUNT: '0'
}

/** A server in this process, configured by `env`, on a database of its own: one with the sample accounts. */
export async function startServer(
  env: Record<string, string> = {},
  makeDatabase: () => Promise<TestDatabase> = copyOfTemplate
): Promise<TestServer> {
  const database = await makeDatabase()
  const server = await startServerOn(database, env)
  return {
    ...server,
    async stop() {
      await server.stop()
      await database.remove()
    }
  }
}

/** As `startServer`, on a database that outlives the server. */
export async function startServerOn(database: TestDatabase, env: Record<string, string> = {}): Promise<TestServer> {
  const logged: string[] = []
  const destination = { write: (line: string) => void logged.push(line) }
  const config = readConfig({ ...DEFAULTS, ...database.env, ...env })
  const { ports, context, stop } = await start(config, { destination })
  await recordWhereWanted(ports)
  const origin = `http://127.0.0.1:${ports[0]}`
  return { origin, client: createClient(origin), context, db: context.database.db, logged, stop }
}

/** Starts a server before the tests of a file and stops it after them. Read its fields inside tests only. */
export function useServer(env: Record<string, string> = {}): TestServer {
  const server = {} as TestServer
  before(async () => {
    Object.assign(server, await startServer(env))
  })
  after(async () => {
    await server.stop()
    await removeOwnTemplate()
  })
  return server
}

/** `scripts/contract-coverage.ts` names a folder for what the tests meet of the contracts. Otherwise nothing is loaded. */
async function recordWhereWanted(ports: number[]): Promise<void> {
  const folder = process.env.CONTRACT_COVERAGE
  if (folder === undefined) return
  const { recordCoverage } = await import('../contract/coverage/recorder.js')
  recordCoverage(folder, ports)
}
