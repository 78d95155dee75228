import { createBackOffice, createJulong, createTms, createUserLogin, createWasteSorting, Refused } from 'quintet-sdk'
import { equal, expectStatus, freshName, rejection } from './check.js'
import { seen, tellGateway, type Scenarios, type World } from './gateway.js'

const REGISTER = '/api/users/register'
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

/** Has the gateway refuse the next requests to a path of user-login. */
async function refuse(world: World, path: string, times: number, status: number, retryAfter: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Retry-After': retryAfter }
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

  'a POST answered with 503 is sent again only when the call says so': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await refuse(world, REGISTER, 1, 503, '0')
    expectStatus(await api.register({ body: registration() }), 503)
    await refuse(world, REGISTER, 1, 503, '0')
    expectStatus(await api.register({ body: registration(), retry: { times: 1 } }), 200)
    await refuse(world, '/api/me', 1, 503, '0')
    expectStatus(await api.getMe(), 401)
  },

  'an abort ends a wait': async (world) => {
    const api = createUserLogin({ baseUrl: world.origin, retry: {} })
    await refuse(world, REGISTER, 1, 429, '20')
    const start = Date.now()
    const error = await rejection(api.register({ body: registration(), signal: AbortSignal.timeout(300) }))
    equal(error instanceof DOMException && error.name, 'TimeoutError')
    equal(Date.now() - start < 10_000, true)
  },

  'an abort ends a request': async (world) => {
    await tellGateway(world, { path: REGISTER, holdUntil: { path: '/never', count: 1 } })
    const api = createUserLogin({ baseUrl: world.origin })
    const error = await rejection(api.register({ body: registration(), signal: AbortSignal.timeout(300) }))
    equal(error instanceof DOMException && error.name, 'TimeoutError')
    await tellGateway(world, { path: REGISTER })
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
