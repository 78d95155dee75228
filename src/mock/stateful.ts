import { randomBytes } from 'node:crypto'
import type { DestinationStream } from 'pino'
import type { Config } from '../config/config.js'
import { connectInMemory } from '../database/connection/connect.js'
import type { ApiWrapper } from '../server/create-server.js'
import { start } from '../server/start.js'
import { deriveKeys } from '../tokens/keys.js'
import { exampleMiddleware } from './answer.js'
import { readPreference, wantsExample } from './preference.js'
import type { RunningMock } from './start.js'
import { withPreferences } from './with-preferences.js'

/** For whoever starts it, below the list of APIs. */
export const statefulNote = `This is the mock with state: the server itself, on a database in memory that is gone when it stops.
"Prefer: code=409" answers from the examples of the contract and changes nothing; docs/mock.md has the rest.`

/** The server with the sample accounts on a database in memory; what `Prefer` wants of the examples comes from those. */
export async function startStatefulMock(config: Config, destination?: DestinationStream): Promise<RunningMock> {
  const ofItsOwn = {
    databaseUrl: undefined,
    databaseReadUrl: undefined,
    tokenSecret: newSecret(),
    tokenSecretPrevious: undefined,
    tokenKeyDir: undefined,
    sampleAccounts: true,
    workers: 1,
    metricsPort: undefined,
    shutdownDelay: 0
  }
  const options = { destination, openDatabase: connectInMemory, wrapper: examplesWherePreferred }
  return start({ ...config, ...ofItsOwn }, options)
}

const examplesWherePreferred: ApiWrapper = {
  handle(handle, api, contract) {
    const answerByExample = exampleMiddleware({ api, contract, keys: deriveKeys(api.realm.name, newSecret()) })
    return (operation, check) => {
      const own = handle(operation, check)
      const example = answerByExample(operation, check)
      return (ctx) => (wantsExample(readPreference(ctx.get('Prefer'))) ? example(ctx) : own(ctx))
    }
  },
  router: (router, { problems, envelope }) => withPreferences(router, { problems, envelope })
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
