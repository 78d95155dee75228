import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Knex } from 'knex'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountRow, Realm } from '../../src/realms/realm.js'
import { realmNames } from '../../src/config/realm-names.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { signToken } from '../../src/tokens/token.js'
import { startPostgres, type Postgres } from '../../test/support/postgres.js'
import { UNLIMITED } from '../../test/support/server-process.js'
import type { BuiltPeers, ForeignPeer } from './foreign-peers.js'
import { peersFolder } from './peers-folder.js'
import { ACCOUNTS, onDatabase, seed } from './seed.js'
import { serveOurs, servePeer, type PeerSettings, type Server } from './serve.js'

/** Where everything runs: one PostgreSQL, and servers on it with the same secret and the same pool. */
export interface Environment {
  postgres: Postgres
  /** The process whose descendants are all of PostgreSQL. */
  postgresPid: number
  /** A database that is migrated and has some accounts in every realm. */
  databaseUrl: string
  /** Our environment, in production mode. */
  env: Record<string, string>
  peerSettings: PeerSettings
  ours(env?: Record<string, string>): Promise<Server>
  peer(name: string, file: string, settings?: Partial<PeerSettings>): Promise<Server>
  /** Undefined where it could not be built. */
  foreignPeer(name: ForeignPeer): Promise<Server | undefined>
  /** Tokens of accounts 1 to `count` of the realm. */
  tokens<Row extends AccountRow>(realm: Realm<Row>, count?: number): string[]
  /** As PostgreSQL calls itself. */
  version(): Promise<string>
  remove(): Promise<void>
}

const SECRET = 'a secret of the benchmark and of nothing else'
const POOL_SIZE = 10

export async function createEnvironment(foreign: BuiltPeers): Promise<Environment> {
  // Enough for the pools of nine servers; all else as PostgreSQL has it, commits that are flushed among it.
  const postgres = await startPostgres({ max_connections: '200' })
  try {
    return await standOn(postgres, foreign)
  } catch (error) {
    await postgres.remove()
    throw error
  }
}

async function standOn(postgres: Postgres, { peers }: BuiltPeers): Promise<Environment> {
  const databaseUrl = await postgres.createDatabase('bench')
  const env = {
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(POOL_SIZE),
    DATA_DIR: join(postgres.folder, 'server'),
    TOKEN_SECRET: SECRET,
    SHUTDOWN_DELAY: '0',
    ...UNLIMITED
  }
  const peerSettings = await peerSettingsOf(databaseUrl)
  await migrateAndSeed(env)
  const servers: Server[] = []
  const started = (server: Server): Server => {
    servers.push(server)
    return server
  }
  return {
    postgres,
    postgresPid: Number(readFileSync(join(postgres.folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]),
    databaseUrl,
    env,
    peerSettings,
    ours: async (more = {}) => started(await serveOurs({ ...env, ...more })),
    peer: async (name, file, more = {}) =>
      started(await servePeer(name, [process.execPath, join(peersFolder, file)], { ...peerSettings, ...more })),
    async foreignPeer(name) {
      const peer = peers[name]
      return peer && started(await servePeer(peer.title, peer.command, peerSettings))
    },
    tokens: (realm, count = ACCOUNTS) => Array.from({ length: count }, (_, index) => tokenOf(realm, index + 1)),
    version: () => onDatabase(databaseUrl, readVersion),
    async remove() {
      // Those that a failed scenario left running.
      await Promise.all(servers.map((server) => server.end()))
      await postgres.remove()
    }
  }
}

/** The server itself makes the schema. */
export async function migrateAndSeed(
  env: Record<string, string> & { DATABASE_URL: string },
  accounts = ACCOUNTS
): Promise<void> {
  const server = await serveOurs(env)
  await server.end()
  await seed(env.DATABASE_URL, accounts)
}

function tokenOf<Row extends AccountRow>(realm: Realm<Row>, id: number): string {
  // Of an account a token holds the id and the generation; the other claims are for the eye.
  const account = { id, name: `user${id}`, generation: 0, role_id: 0 } as Row
  return signToken(realm, deriveKeys(realm.name as RealmName, SECRET), account)
}

async function peerSettingsOf(databaseUrl: string): Promise<PeerSettings> {
  const { callers, statements } = (await import(pathToFileURL(join(peersFolder, 'statements.js')).href)) as {
    callers: Record<string, string>
    statements: Record<string, string>
  }
  const keys = realmNames.map((name) => [name, deriveKeys(name, SECRET).sign.key.export().toString('hex')] as const)
  return {
    databaseUrl,
    poolSize: POOL_SIZE,
    keys: Object.fromEntries(keys),
    statements: { callers, ...statements },
    constant: '{}'
  }
}

async function readVersion(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: [{ server_version: string }] }>('show server_version')
  return `PostgreSQL ${rows[0].server_version.split(' ')[0]}`
}
