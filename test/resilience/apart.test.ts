import { apis } from '../../src/apis/index.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { traitsOf } from '../apis/index.js'
import { readDeployFile } from '../deploy/support.js'
import { createClient, type Client } from '../support/client.js'
import { startConfigured, type ConfiguredProgram } from '../support/configured-program.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePort } from '../support/ports.js'
import { ask, startPostgres } from '../support/postgres.js'
import { spawnServer, type ServerProcess } from '../support/server-process.js'
import { login } from '../support/sessions.js'

const UNAVAILABLE = 503

measuredTest('a server and a database for each API, behind one address', async (): Promise<Figure[]> => {
  const postgres = await startPostgres()
  const servers = new Map<RealmName, ServerProcess>()
  const databases = new Map<RealmName, string>()
  let haproxy: ConfiguredProgram | undefined
  try {
    for (const name of realmNames) {
      const databaseUrl = await postgres.createDatabase(databaseOf(name))
      databases.set(name, databaseUrl)
      const env = {
        APIS: name,
        DATABASE_URL: databaseUrl,
        DATA_DIR: postgres.folder,
        TOKEN_ALGORITHM: 'ES256',
        TOKEN_SECRET: `the secret of ${name} and of no other server`
      }
      servers.set(name, await spawnServer({ ...env, SHUTDOWN_DELAY: '0' }))
    }
    const port = await freePort()
    haproxy = await startConfigured('haproxy', balancerOn(port, servers))
    const client = createClient(`http://127.0.0.1:${port}`)
    const tokens = new Map<RealmName, string>()
    for (const name of realmNames) tokens.set(name, await logInToSample(client, name))
    for (const name of realmNames) await mustAnswer(client, tokens, name, 200)
    for (const name of realmNames) await mustHaveLoginsOf(databases.get(name)!, name)
    const keySets = await Promise.all(realmNames.map((name) => keySetOf(client, name)))
    for (const name of realmNames) await doWithout(name)
    return [
      {
        name: 'logins over one address, each in its own database',
        value: `${realmNames.length} of ${realmNames.length}`
      },
      {
        name: 'key sets over one address, of different servers',
        value: `${new Set(keySets).size} of ${realmNames.length}`
      },
      {
        name: 'a database was away: the other APIs answered, its own was refused with 503, and went on',
        value: `${realmNames.length} times`
      }
    ]

    async function doWithout(away: RealmName): Promise<void> {
      const database = databaseOf(away)
      await postgres.run(`alter database ${database} allow_connections false`)
      await postgres.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
      for (const name of realmNames) await mustAnswer(client, tokens, name, name === away ? UNAVAILABLE : 200)
      await postgres.run(`alter database ${database} allow_connections true`)
      await mustAnswer(client, tokens, away, 200)
    }
  } finally {
    await haproxy?.end()
    for (const server of servers.values()) await server.end('SIGKILL')
    await postgres.remove()
  }
})

function databaseOf(name: RealmName): string {
  return name.replace('-', '_')
}

/** The documented recipe with addresses of loopback. */
function balancerOn(port: number, servers: Map<RealmName, ServerProcess>) {
  const text = readDeployFile('apart/haproxy.cfg')
    .replace('bind :8000', `bind 127.0.0.1:${port}`)
    .replaceAll(
      /(backend ([\w-]+)\n +server s1) \S+ *$/gm,
      (_, start: string, name: string) => `${start} 127.0.0.1:${servers.get(name as RealmName)!.port}`
    )
  return { files: { 'haproxy.cfg': text }, args: ['-db', '-q', '-f', 'FOLDER/haproxy.cfg'], port }
}

async function logInToSample(client: Client, name: RealmName): Promise<string> {
  const [{ name: account, password }] = apis[name].samples.accounts
  return login(client, name, account, password)
}

async function keySetOf(client: Client, name: RealmName): Promise<string> {
  const { status, body } = await client.get(`/${name}/.well-known/jwks.json`)
  if (status !== 200) throw new Error(`the key set of ${name}: ${status} instead of 200`)
  return JSON.stringify(body)
}

async function mustAnswer(
  client: Client,
  tokens: Map<RealmName, string>,
  name: RealmName,
  status: number
): Promise<void> {
  const [{ method, path }] = traitsOf[name].protectedOperations
  const answer = await client.request(method, path, { token: tokens.get(name)! })
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} instead of ${status}`)
}

async function mustHaveLoginsOf(databaseUrl: string, name: RealmName): Promise<void> {
  const realms = (await ask(databaseUrl, "select distinct realm from audit.events where action = 'login'")).map(
    ({ realm }) => realm
  )
  if (realms.join() !== name) throw new Error(`the database of ${name} has logins of ${realms.join(', ')}`)
}
