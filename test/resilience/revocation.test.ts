import { createClient } from '../support/client.js'
import { startPostgres } from '../support/postgres.js'
import { revokeAgainAndAgain, ways } from '../support/revocations/again.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const REPLICAS = 3
const TIMES = 200
const SECRET = 'a secret that all of the replicas share'

measuredTest(
  'revocation: what one of three replicas revokes, the others refuse from the next request on',
  async (): Promise<Figure[]> => {
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
      return await Promise.all(
        Object.entries(ways).map(async ([name, way]) => {
          const checked = await revokeAgainAndAgain(name, { way, clients, times: TIMES })
          return { name, value: `held for the very next request on the other replicas, ${checked} of ${checked}` }
        })
      )
    } finally {
      await Promise.all(replicas.map((replica) => replica.end()))
      await postgres.remove()
    }
  }
)
