import { patientConnection } from '../../src/database/connection/postgres.js'
import { createClient } from '../support/client.js'
import { startPostgres } from '../support/postgres.js'
import { raceToBeLast } from '../support/races/administrators.js'
import { raceToExchange } from '../support/races/exchanges.js'
import { raceToRegister } from '../support/races/registrations.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const REPLICAS = 3
const SECRET = 'a secret that all of the replicas share'

measuredTest(
  'races on three replicas: of simultaneous requests exactly one succeeds where only one may',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    const replicas: ServerProcess[] = []
    const databaseUrl = await postgres.createDatabase('races')
    const db = patientConnection(databaseUrl)
    try {
      const env = {
        ...UNLIMITED,
        LOG_LEVEL: 'error',
        DATA_DIR: postgres.folder,
        DATABASE_URL: databaseUrl,
        TOKEN_SECRET: SECRET
      }
      for (let replica = 0; replica < REPLICAS; replica += 1) replicas.push(await spawnServer(env))
      const clients = replicas.map(({ origin }) => createClient(origin))
      const figures = [
        ...(await raceToRegister(clients, db)),
        ...(await raceToExchange(clients)),
        ...(await raceToBeLast(clients, db, SECRET))
      ]
      if (replicas.some((replica) => replica.output().includes('"internal error"')))
        throw new Error('internal errors were logged')
      return figures
    } catch (error) {
      const outputs = replicas.map((replica) => replica.output().slice(-2000))
      throw new Error(`the servers logged: ${outputs.join('\n')}`, { cause: error })
    } finally {
      await Promise.all(replicas.map((replica) => replica.end()))
      await db.destroy()
      await postgres.remove()
    }
  }
)
