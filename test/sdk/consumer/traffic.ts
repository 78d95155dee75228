import {
  createBackOffice,
  createJulong,
  createTms,
  createUserLogin,
  createWasteSorting,
  NetworkError,
  Refused,
  TimedOut,
  UnexpectedAnswer
} from 'quintet-sdk'
import { abortedAfter, equal, expectStatus, freshName, rejection } from './check.js'
import { lastHeaders, seen, tellGateway, type Scenarios, type World } from './gateway.js'

const REGISTER = '/api/users/register'
const LOGIN = '/api/users/login'
/** Milliseconds in which a request surely arrives. */
const TIMEOUT = 2_000
const HTML = { 'Content-Type': 'text/html' }
const JSON_TYPE = { 'Content-Type': 'application/json' }
const registration = (): {
  email: string
  password: string
  first_name: string
  last_name: string
  phone_number: string
} => ({
  email: `${freshName()}@example.com`,
  password: 'a password',
  first_name: '',
  last_name: '',
  phone_number: ''
})

function entries(headers: Headers): Record<string, string> {
  const found: Record<string, string> = {}
  headers.forEach((value, name) => (found[name] = value))
  return found
}

/** Has the gateway refuse the next requests to a path of user-login. */
async function refuse(world: World, path: string, times: number, status: number, retryAfter: string): Promise<void> {
  const headers = { ...JSON_TYPE, 'Retry-After': retryAfter }
  const answer = { status, headers, body: JSON.stringify({ detail: 'later' }) }
  await tellGateway(world, { path, answers: Array.from({ length: times }, () => answer) })
}

export const traffic: Scenarios = {
  'nothing is retried by default': async (world) => {
    await refuse(world, REGISTER, 1, 429, '0')
    const api = createUserLogin({ baseUrl: world.origin })
    equal(expectStatus(await api.register({ body: registration() }), 429).body.detail, 'later')
    expectStatus(await api.register({ body: registration() }), 200)
  },

  'Retry-After is waited for, in seconds and as a date': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await refuse(world, REGISTER, 1, 429, '1')
    let start = Date.now()
    expectStatus(await api.register({ body: registration() }), 200)
    equal(Date.now() - start >= 1000, true)
    start = Math.floor(Date.now() / 1000) * 1000
    await refuse(world, REGISTER, 1, 429, new Date(start + 2000).toUTCString())
    expectStatus(await api.register({ body: registration() }), 200)
    equal(Date.now() >= start + 2000, true)
  },

  'retries are bounded by number and by seconds': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: { times: 2, seconds: 5 } })
    const sent = await seen(world, REGISTER)
    await refuse(world, REGISTER, 3, 429, '0')
    expectStatus(await api.register({ body: registration() }), 429)
    equal((await seen(world, REGISTER)) - sent, 3)
    await refuse(world, REGISTER, 1, 429, '6')
    expectStatus(await api.register({ body: registration() }), 429)
    equal((await seen(world, REGISTER)) - sent, 4)
  },

  'after 503 only what may be repeated is sent again': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await refuse(world, REGISTER, 1, 503, '0')
    expectStatus(await api.register({ body: registration(), retry: { times: 1 } }), 503)
    await refuse(world, '/api/me', 1, 503, '0')
    expectStatus(await api.getMe(), 401)
    await refuse(world, LOGIN, 1, 503, '0')
    expectStatus(await api.login({ body: { email: 'user@example.com', password: 'currentpassword' } }), 200)
  },

  'after 408, 502 and 504 of a proxy what may be repeated is sent again': async (world) => {
    const answers = [408, 502, 504].map((status) => ({ status, headers: HTML, body: '<p>later</p>' }))
    const api = createUserLogin({ baseUrl: world.origin, retry: { times: 3 } })
    await tellGateway(world, { path: '/api/me', answers })
    expectStatus(await api.getMe(), 401)
    await tellGateway(world, { path: REGISTER, answers: answers.slice(1) })
    const error = await rejection(api.register({ body: registration() }))
    equal(error instanceof UnexpectedAnswer && error.status, 502)
    await tellGateway(world, { path: REGISTER })
  },

  'after a broken connection what may be repeated is sent again, the rest throws NetworkError': async (world) => {
    const broken = { status: 200, headers: { ...JSON_TYPE, 'Content-Length': '100' }, body: '{', breaks: true }
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await tellGateway(world, { path: '/api/me', answers: [broken] })
    expectStatus(await api.getMe(), 401)
    await tellGateway(world, { path: REGISTER, answers: [broken, broken] })
    const error = await rejection(api.register({ body: registration() }))
    if (!(error instanceof NetworkError)) throw error
    equal(error.cause instanceof Error, true)
    equal(error.requestId, (await lastHeaders(world, REGISTER))['x-request-id'])
    await tellGateway(world, { path: REGISTER })
  },

  'a server that is not there throws NetworkError': async () => {
    const error = await rejection(createUserLogin({ baseUrl: 'http://127.0.0.1:9' }).getMe())
    equal(error instanceof NetworkError && error.requestId.length > 10, true)
  },

  'an abort ends a wait': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await refuse(world, REGISTER, 1, 429, '20')
    const start = Date.now()
    const signal = abortedAfter(300, new Error('enough'))
    equal(String(await rejection(api.register({ body: registration(), signal }))), 'Error: enough')
    equal(Date.now() - start < 10_000, true)
  },

  'an abort ends a request': async (world) => {
    await tellGateway(world, { path: REGISTER, holdUntil: { path: '/never', count: 1 } })
    const api = createUserLogin({ baseUrl: world.origin })
    const signal = abortedAfter(300, new Error('enough'))
    equal(String(await rejection(api.register({ body: registration(), signal }))), 'Error: enough')
    equal(String(await rejection(api.register({ body: registration(), signal }))), 'Error: enough')
    await tellGateway(world, { path: REGISTER })
  },

  'a call ends after its timeout, or after that of the client, and names its request': async (world) => {
    await tellGateway(world, { path: REGISTER, holdUntil: { path: '/never', count: 1 } })
    const api = createUserLogin({ baseUrl: world.origin, timeout: TIMEOUT })
    const error = await rejection(api.register({ body: registration() }))
    if (!(error instanceof TimedOut)) throw error
    equal(error.requestId, (await lastHeaders(world, REGISTER))['x-request-id'])
    const sooner = createUserLogin({ baseUrl: world.origin })
    equal((await rejection(sooner.register({ body: registration(), timeout: 200 }))) instanceof TimedOut, true)
    await tellGateway(world, { path: REGISTER })
    expectStatus(await api.getMe({ timeout: 0 }), 401)
  },

  'a timeout ends a wait for a retry': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    const sent = await seen(world, REGISTER)
    await refuse(world, REGISTER, 2, 429, '5')
    const error = await rejection(api.register({ body: registration(), timeout: TIMEOUT }))
    equal(error instanceof TimedOut, true)
    equal((await seen(world, REGISTER)) - sent, 1)
    await tellGateway(world, { path: REGISTER })
  },

  'headers and hooks of client and call meet every request and response': async (world) => {
    const heard: string[] = []
    const api = createUserLogin({
      baseUrl: world.origin,
      retry: {},
      headers: { 'X-Client': 'client', 'X-Both': 'client' },
      onRequest: (request) => request.headers.set('X-Hook', 'set'),
      onResponse: async (response) => void heard.push(`client ${response.status} ${await response.clone().text()}`)
    })
    await refuse(world, '/api/me', 1, 503, '0')
    const result = await api.getMe({
      headers: { 'X-Both': 'call' },
      onRequest: (request) => new Request(request, { headers: { ...entries(request.headers), 'X-Replaced': 'yes' } }),
      onResponse: (response, { method }) => void heard.push(`call ${method} ${response.status}`)
    })
    const { body } = expectStatus(result, 401)
    equal(heard, [
      'client 503 {"detail":"later"}',
      'call GET 503',
      `client 401 ${JSON.stringify(body)}`,
      'call GET 401'
    ])
    const headers = await lastHeaders(world, '/api/me')
    equal(
      ['x-client', 'x-both', 'x-hook', 'x-replaced'].map((name) => headers[name]),
      ['client', 'call', 'set', 'yes']
    )
  },

  'an answer names its request as the server does, also with an id of the caller': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin })
    const result = await api.getMe()
    equal(result.requestId, (await lastHeaders(world, '/api/me'))['x-request-id'])
    equal(result.requestId, result.headers.get('X-Request-Id'))
    equal((await api.getMe({ headers: { 'x-request-id': 'mine-1' } })).requestId, 'mine-1')
  },

  'items of all pages come once, in order, whatever the size of a page': async ({ origin }) => {
    const api = createTms({ baseUrl: origin })
    await api.login({ body: { username: 'admin', password: 'zhou0914.' } })
    const type = freshName()
    for (let i = 0; i < 7; i++) expectStatus(await api.createTask({ body: { description: `task ${i}`, type } }), 200)
    for (const limit of [1, 3, 7, 100, undefined]) {
      const found: string[] = []
      for await (const task of api.listTasks.items({ query: limit === undefined ? { type } : { type, limit } }))
        found.push(task.description)
      equal(
        found.sort(),
        [0, 1, 2, 3, 4, 5, 6].map((i) => `task ${i}`)
      )
    }
  },

  'pages of every paged list': async ({ origin }) => {
    const sizes: number[] = []
    const tms = createTms({ baseUrl: origin })
    await tms.login({ body: { username: 'admin', password: 'zhou0914.' } })
    for await (const page of tms.listUsers.pages({ query: { limit: 3 } }))
      sizes.push(expectStatus(page, 200).body.data.users.length)
    equal(sizes.slice(0, 1), [3])
    const julong = createJulong({ baseUrl: origin })
    await julong.login({ body: { username: 'admin', password: '123456' } })
    for await (const user of julong.listUsers.items({ query: { query: 'admin' } }))
      equal(typeof user.mg_state, 'boolean')
    for await (const event of julong.listAudit.items({ query: { pagesize: 1 } })) equal(event.id > 0, true)
    const waste = createWasteSorting({ baseUrl: origin })
    await waste.login({ body: { username: 'admintest', password: 'admintest' } })
    const names: string[] = []
    for await (const user of waste.listUsers.items({ query: { limit: 1 } })) names.push(user.username)
    equal(names.slice(0, 2), ['admintest', 'usertest'])
    const office = createBackOffice({ baseUrl: origin })
    await office.login({ body: { name: 'auroralorigin', password: '123456' } })
    for await (const admin of office.listAdmins.items()) equal(admin.password, '******')
  },

  'pages end with a refusal, items throw it': async ({ origin }) => {
    const api = createWasteSorting({ baseUrl: origin })
    const statuses: number[] = []
    for await (const page of api.listUsers.pages({ query: { limit: 0 } })) statuses.push(page.status)
    equal(statuses, [401])
    const error = await rejection(api.listUsers.items().next())
    equal(error instanceof Refused && error.status, 401)
  }
}
