import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { RealmName } from '../config/realm-names.js'
import type { AccountRow } from '../realms/realm.js'
import { apisOf } from '../apis/index.js'
import type { Config } from '../config/config.js'
import { createApp, findMount, type Mount } from '../server/app.js'
import { documentation } from '../server/documentation.js'
import type { Authenticator } from '../http/authenticate.js'
import { loadContract } from '../http/contract.js'
import { createApiRouter } from '../http/api-router.js'
import { envelopeProblems } from '../http/envelope.js'
import { answerUnreadable } from '../http/unreadable.js'
import { listen } from '../server/listen.js'
import { createLog } from '../server/log.js'
import { passwordFormats } from '../passwords/rules.js'
import { deriveKeys } from '../tokens/keys.js'
import { exampleMiddleware } from './answer.js'
import { withPreferences } from './with-preferences.js'

export interface RunningMock {
  ports: number[]
  stop: () => Promise<void>
}

/** For whoever starts the mock, below the list of APIs. */
export const mockNote = `This is the mock: it keeps nothing, and answers every request that passes its contract with an example of it.
Any token of the documented form will do. "Prefer: code=409" gets a status, "Prefer: rows=1000" a long list;
docs/mock.md has the rest.`

/** Answers the contracts of the configured APIs from their examples: without a database, a secret or a password. */
export async function startMock(config: Config, log: Logger = createLog(config.logLevel)): Promise<RunningMock> {
  const mounts: Mount[] = []
  for (const name of config.apis) mounts.push(...(await mountsOf(config, log, name)))
  const app = createApp({
    mounts,
    documentation: documentation(config, log),
    health: { notReady: () => Promise.resolve(undefined) },
    log,
    trustedProxies: config.trustedProxies,
    observe: () => undefined,
    isDraining: () => false
  })
  const unreadable = answerUnreadable((path) => findMount(mounts, path)?.problems, log)
  const { ports, close } = await listen(app.callback(), config.host, config.ports, { unreadable })
  return { ports, stop: close }
}

async function mountsOf(config: Config, log: Logger, name: RealmName): Promise<Mount[]> {
  const api = apisOf(config)[name]
  const { realm, problems, envelope } = api
  const contract = await loadContract(name, passwordFormats(realm.hash, config.passwordMinLength))
  const keys = deriveKeys(name, randomBytes(32).toString('base64url'))
  const router = createApiRouter({
    name,
    contract,
    problems,
    envelope,
    authenticator: anybody,
    handle: exampleMiddleware({ api, contract, keys }),
    log,
    development: true
  })
  return contract.basePaths.map((basePath) => ({
    basePath,
    router: withPreferences(router, { problems, envelope }),
    problems: envelopeProblems(problems, envelope)
  }))
}

/** Believes any token that is sent as the contract says. Its bearer may do everything, and no handler asks who it is. */
const anybody: Authenticator = {
  verify: () => ({ token: { jti: '', accountId: 0, generation: 0, loggedInAt: 0, expiresAt: 0 } }),
  loadCaller: (token) => Promise.resolve({ account: {} as AccountRow, token, rights: ['*'], mustEnrol: false })
}
