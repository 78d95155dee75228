import { createTms, createUserLogin, type SessionChange, type TokenStore } from 'quintet-sdk'
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
  }
}
