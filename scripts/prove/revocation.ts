import { createClient, type Client } from '../../test/support/client.js'
import { startPostgres } from '../support/postgres.js'
import { backOffice } from '../support/revocations/back-office.js'
import { julong } from '../support/revocations/julong.js'
import { tms } from '../support/revocations/tms.js'
import { userLogin } from '../support/revocations/user-login.js'
import { wasteSorting } from '../support/revocations/waste-sorting.js'
import type { Session, Way } from '../support/revocations/way.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import type { Figure } from '../prove.js'

const REPLICAS = 3
const TIMES = 200
const SECRET = 'a secret that all of the replicas share'

const ways: Record<string, Way> = { ...tms, ...userLogin, ...wasteSorting, ...julong, ...backOffice }

/** What ends on one of three replicas has ended on the others for the very next request. */
export async function prove(): Promise<Figure[]> {
  const postgres = await startPostgres()
  const replicas: ServerProcess[] = []
  try {
    const env = {
      ...UNLIMITED,
      LOG_LEVEL: 'error',
      DATA_DIR: postgres.folder,
      DATABASE_URL: await postgres.createDatabase('revocation'),
      TOKEN_SECRET: SECRET
    }
    for (let replica = 0; replica < REPLICAS; replica += 1) replicas.push(await spawnServer(env))
    const clients = replicas.map(({ origin }) => createClient(origin))
    return await Promise.all(Object.entries(ways).map(([name, way]) => revokeAgainAndAgain(name, way, clients)))
  } finally {
    await Promise.all(replicas.map((replica) => replica.end()))
    await postgres.remove()
  }
}

async function revokeAgainAndAgain(name: string, way: Way, clients: Client[]): Promise<Figure> {
  const begin = await way(clients[0]!)
  let asked = 0
  for (let time = 0; time < TIMES; time += 1) {
    const here = clients[time % clients.length]!
    const elsewhere = clients.filter((client) => client !== here)
    asked += await revokeOnce(name, await begin(), here, elsewhere)
  }
  return { name, value: `held for the very next request on the other replicas, ${asked} of ${asked}` }
}

/** Returns how many requests were refused elsewhere. */
async function revokeOnce(
  name: string,
  { ask, end, refused }: Session,
  here: Client,
  elsewhere: Client[]
): Promise<number> {
  const before = await Promise.all(elsewhere.map(ask))
  if (before.some(({ status }) => status !== 200))
    throw new Error(`${name}: not served before: ${JSON.stringify(before)}`)
  const ended = await end(here)
  const after = await Promise.all(elsewhere.map(ask))
  if (ended.status !== 200) throw new Error(`${name}: ${ended.status} ${JSON.stringify(ended.body)}`)
  const late = after.filter(({ status }) => status !== refused)
  if (late.length > 0) throw new Error(`${name}: served afterwards: ${JSON.stringify(late)}`)
  return after.length
}
