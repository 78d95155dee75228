import { createTms, createUserLogin, memoryStore, type SessionChange, type TokenStore } from 'quintet-sdk'
import { equal, expectStatus, rejection } from './check.js'
import { expiredToken, seen, tellGateway, tokenEnding, type Scenarios } from './gateway.js'

const ME = '/api/users/me'
const RENEWAL = '/api/users/refresh_token'

export const sessions: Scenarios = {
  'an expired token is renewed once for all calls, and each is sent again once': async (world) => {
    const tokens = memoryStore(await expiredToken(world))
    const [first, second] = [1, 2].map(() => createUserLogin({ baseUrl: world.origin, tokens }))
    const [sent, renewed] = [await seen(world, ME), await seen(world, RENEWAL)]
    await tellGateway(world, { path: RENEWAL, holdUntil: { path: ME, count: sent + 20 } })
    const calls = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? first! : second!).getCurrentUser())
    for (const result of await Promise.all(calls)) expectStatus(result, 200)
    equal((await seen(world, RENEWAL)) - renewed, 1)
    equal((await seen(world, ME)) - sent, 40)
  },

  'a token that has ended cannot be renewed: the store is cleared, the 401 returned': async (world) => {
    const tokens = memoryStore()
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    const body = { email: 'user@example.com', password: 'currentpassword' }
    expectStatus(await api.login({ body }), 200)
    const elsewhere = createUserLogin({ baseUrl: world.origin, tokens: memoryStore(tokens.get()) })
    expectStatus(await elsewhere.logout(), 200)
    const renewed = await seen(world, RENEWAL)
    expectStatus(await api.getCurrentUser(), 401)
    equal(tokens.get(), undefined)
    expectStatus(await api.getCurrentUser(), 401)
    equal((await seen(world, RENEWAL)) - renewed, 1)
  },

  'a server that cannot renew now leaves the session as it is': async (world) => {
    const expired = await expiredToken(world)
    const tokens = memoryStore(expired)
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    const body = JSON.stringify({ detail: 'Service unavailable' })
    const headers = { 'Content-Type': 'application/json', 'Retry-After': '1' }
    await tellGateway(world, { path: RENEWAL, answers: [{ status: 503, headers, body }] })
    equal(expectStatus(await api.getCurrentUser(), 503).body.detail, 'Service unavailable')
    equal(tokens.get(), expired)
    expectStatus(await api.getCurrentUser(), 200)
  },

  'renewing by hand takes turns with renewing by itself': async (world) => {
    const tokens = memoryStore(await expiredToken(world))
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    const [me, renewed] = await Promise.all([api.getCurrentUser(), api.refreshToken()])
    expectStatus(me, 200)
    const { body } = expectStatus(renewed, 200)
    equal(tokens.get(), body.access_token)
  },

  'who logs out while the token is renewed stays logged out': async (world) => {
    const tokens = memoryStore(await expiredToken(world))
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    const sent = await seen(world, ME)
    await tellGateway(world, { path: RENEWAL, holdUntil: { path: ME, count: sent + 2 } })
    const renewed = await seen(world, RENEWAL)
    const waiting = api.getCurrentUser()
    while ((await seen(world, RENEWAL)) === renewed) continue
    tokens.clear()
    expectStatus(await api.getCurrentUser(), 401)
    expectStatus(await waiting, 401)
    equal(tokens.get(), undefined)
  },

  'an aborted call does not wait for the renewal, which goes on': async (world) => {
    const tokens = memoryStore(await expiredToken(world))
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    const sent = await seen(world, ME)
    await tellGateway(world, { path: RENEWAL, holdUntil: { path: ME, count: sent + 2 } })
    const renewed = await seen(world, RENEWAL)
    const controller = new AbortController()
    const aborted = rejection(api.getCurrentUser({ signal: controller.signal }))
    while ((await seen(world, RENEWAL)) === renewed) continue
    controller.abort(new Error('enough'))
    equal(String(await aborted), 'Error: enough')
    expectStatus(await api.getCurrentUser(), 200)
    equal((await seen(world, RENEWAL)) - renewed, 1)
  },

  'a logout clears the store when the token had ended before, and not when the server is away': async (world) => {
    const tokens = memoryStore()
    const api = createTms({ baseUrl: world.origin, tokens })
    expectStatus(await api.login({ body: { username: 'admin', password: 'zhou0914.' } }), 200)
    const token = tokens.get()
    const body = JSON.stringify({ code: 503, message: '服务暂不可用', data: null })
    const away = { status: 503, headers: { 'Content-Type': 'application/json' }, body }
    await tellGateway(world, { path: '/tms/logout', answers: [away] })
    expectStatus(await api.logout(), 503)
    equal(tokens.get(), token)
    expectStatus(await createTms({ baseUrl: world.origin, tokens: memoryStore(token) }).logout(), 200)
    expectStatus(await api.logout(), 401)
    equal(tokens.get(), undefined)
  },

  'a 401 for its token clears the store where nothing renews': async ({ origin }) => {
    const api = createTms({ baseUrl: origin })
    expectStatus(await api.login({ body: { username: 'admin', password: 'zhou0914.' } }), 200)
    const ended = createTms({ baseUrl: origin, tokens: memoryStore(await api.tokens.get()) })
    expectStatus(await api.logout(), 200)
    expectStatus(await ended.listUsers(), 401)
    equal(await ended.tokens.get(), undefined)
  },

  'a 401 for an old token is tried again with the one that another client has got': async (world) => {
    const tokens = memoryStore()
    const api = createTms({ baseUrl: world.origin, tokens })
    const body = { username: 'admin', password: 'zhou0914.' }
    expectStatus(await api.login({ body }), 200)
    expectStatus(await createTms({ baseUrl: world.origin, tokens: memoryStore(tokens.get()) }).logout(), 200)
    const sent = await seen(world, '/tms/user/me')
    await tellGateway(world, { path: '/tms/user/me', holdUntil: { path: '/tms/login', count: 1_000_000 } })
    const waiting = api.getCurrentUser()
    while ((await seen(world, '/tms/user/me')) === sent) continue
    expectStatus(await createTms({ baseUrl: world.origin, tokens }).login({ body }), 200)
    await tellGateway(world, { path: '/tms/user/me' })
    expectStatus(await waiting, 200)
  },

  'a token that ends within a minute is renewed before its use': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, tokens: memoryStore(await tokenEnding(world, 30)) })
    const [sent, renewed] = [await seen(world, ME), await seen(world, RENEWAL)]
    const results = await Promise.all([api.getCurrentUser(), api.getCurrentUser()])
    for (const result of results) expectStatus(result, 200)
    expectStatus(await api.getCurrentUser(), 200)
    equal([(await seen(world, ME)) - sent, (await seen(world, RENEWAL)) - renewed], [3, 1])
  },

  'a token that cannot be renewed ahead is used as long as it is valid': async (world) => {
    const token = await tokenEnding(world, 30)
    const api = createUserLogin({ baseUrl: world.origin, tokens: memoryStore(token) })
    const body = JSON.stringify({ detail: 'Service unavailable' })
    await tellGateway(world, {
      path: RENEWAL,
      answers: [{ status: 503, headers: { 'Content-Type': 'application/json' }, body }]
    })
    expectStatus(await api.getCurrentUser(), 200)
    equal(await api.tokens.get(), token)
  },

  'listeners hear of sessions that are opened, renewed and ended by any client of the store': async (world) => {
    const heard: SessionChange[] = []
    const tokens = memoryStore(await expiredToken(world))
    const listening = createUserLogin({ baseUrl: world.origin, tokens })
    const stop = listening.onSession((change) => heard.push(change))
    listening.onSession(() => {
      throw new Error('a listener that fails')
    })()
    const api = createUserLogin({ baseUrl: world.origin, tokens })
    expectStatus(await api.getCurrentUser(), 200)
    expectStatus(await api.logout(), 200)
    await api.tokens.clear()
    expectStatus(await api.login({ body: { email: 'user@example.com', password: 'currentpassword' } }), 200)
    equal(heard, ['renewed', 'ended', 'opened'])
    stop()
    await api.tokens.clear()
    equal(heard.length, 3)
  },

  'listeners hear of a 401 that ends a session, also with a store that cannot be watched': async ({ origin }) => {
    let token: string | undefined
    const tokens: TokenStore = {
      get: async () => token,
      set: async (next) => void (token = next),
      clear: async () => void (token = undefined)
    }
    const heard: SessionChange[] = []
    const api = createTms({ baseUrl: origin, tokens })
    api.onSession((change) => heard.push(change))
    expectStatus(await api.login({ body: { username: 'admin', password: 'zhou0914.' } }), 200)
    await api.tokens.set('no token')
    expectStatus(await api.getCurrentUser(), 401)
    equal([token, heard], [undefined, ['opened', 'opened', 'ended']])
  }
}
