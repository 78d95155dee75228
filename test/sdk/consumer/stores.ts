import {
  createTms,
  createUserLogin,
  memoryStore,
  type SessionChange,
  type SessionListener,
  type TokenStore
} from 'quintet-sdk'
import { equal, expectStatus } from './check.js'
import { seen, type Scenarios } from './gateway.js'

const RENEWAL = '/api/users/refresh_token'

/** A store of one's own, which says in this way that it has no token. */
function emptyStore(nothing: string | null | undefined, promised: boolean): TokenStore {
  let token = nothing
  return {
    get: () => (promised ? Promise.resolve(token) : token),
    set: (next) => void (token = next),
    clear: () => void (token = nothing)
  }
}

const EMPTY = [null, undefined, ''].map((nothing) => emptyStore(nothing, false))
EMPTY.push(...[null, undefined, ''].map((nothing) => emptyStore(nothing, true)))

export const stores: Scenarios = {
  'a store that gives null, undefined or an empty text has no token': async (world) => {
    for (const tokens of EMPTY) {
      const sent: (string | null)[] = []
      const heard: SessionChange[] = []
      const onRequest = ({ headers }: Request): void => void sent.push(headers.get('Authorization'))
      const renewed = await seen(world, RENEWAL)
      const api = createUserLogin({ baseUrl: world.origin, tokens, onRequest })
      api.onSession((change) => heard.push(change))
      expectStatus(await api.getCurrentUser(), 401)
      await api.tokens.clear()
      equal([sent, heard, (await seen(world, RENEWAL)) - renewed], [[null], [], 0])
    }
  },

  'such a store holds the token from a login to a logout': async ({ origin }) => {
    for (const tokens of EMPTY) {
      const heard: SessionChange[] = []
      const api = createTms({ baseUrl: origin, tokens })
      api.onSession((change) => heard.push(change))
      expectStatus(await api.login({ body: { username: 'admin', password: 'zhou0914.' } }), 200)
      expectStatus(await api.getCurrentUser(), 200)
      expectStatus(await api.logout(), 200)
      expectStatus(await api.getCurrentUser(), 401)
      equal(heard, ['opened', 'ended'])
    }
  },

  'what a listener throws is reported, and ends neither the call nor the program': async ({ origin }) => {
    let watcher: SessionListener | undefined
    const calling: TokenStore = {
      get: () => undefined,
      set: (_, change = 'opened') => watcher?.(change),
      clear: () => {},
      watch: (listener) => ((watcher = listener), () => {})
    }
    const body = { username: 'admin', password: 'zhou0914.' }
    for (const tokens of [memoryStore(), emptyStore(null, true), calling]) {
      const reported = await reportedDuring(async () => {
        const api = createTms({ baseUrl: origin, tokens })
        api.onSession(() => {
          throw new Error('thrown')
        })
        api.onSession((() => Promise.reject(new Error('rejected'))) as SessionListener)
        expectStatus(await api.login({ body }), 200)
        await api.getCurrentUser()
      })
      equal(reported, tokens === calling ? ['Error: rejected'] : ['Error: thrown', 'Error: rejected'])
    }
  }
}

/** What the program reports as errors meanwhile, as text. */
async function reportedDuring(work: () => Promise<void>): Promise<string[]> {
  const reported: string[] = []
  const report = (error: unknown): void => void reported.push(String(error))
  const program = globalThis as { reportError?: (error: unknown) => void }
  const { reportError } = program
  const { error } = console
  if (reportError) program.reportError = report
  else console.error = report
  await work().finally(() => {
    if (reportError) program.reportError = reportError
    else console.error = error
  })
  return reported
}
