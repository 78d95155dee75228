import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { before, describe, it } from 'node:test'
import { tmsRealm } from '../../src/realms/tms.js'
import { listen } from '../../src/server/listen.js'
import { createServer } from '../../src/server/create-server.js'
import { signedUp } from '../support/accounts.js'
import { useServer } from '../support/server.js'
import { apisUnderTest, assertAnswer, tokenOf } from './api-under-test.js'

/** Their list is more than what waits in sockets. */
const ACCOUNTS = 60_000
const LISTS = { tms: '/tms/user/list', 'waste-sorting': '/api/admin/users' }
const [OF_ACCOUNT, OF_NETWORK] = [2, 4]

describe('whole lists that are sent at the same time', () => {
  const server = useServer({ APIS: 'tms,waste-sorting' })
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[]
  const apis = apisUnderTest.filter((api) => names.includes(api.name as keyof typeof LISTS))

  before(async () => {
    for (const table of ['tms.users', 'waste_sorting.users']) {
      await server.db.raw(
        `insert into ${table} (username, canonical_name, password_hash)
         select 'u' || n || repeat('x', 200), 'u' || n, '-' from generate_series(1, ?::integer) n`,
        [ACCOUNTS]
      )
    }
  })

  /** Begins a list and takes no more of it than its headers. */
  async function begin(path: string, token: string, id?: string, origin = server.origin): Promise<IncomingMessage> {
    const headers = { Authorization: `Bearer ${token}`, ...(id !== undefined && { 'X-Request-Id': id }) }
    const [response] = (await once(get(origin + path, { agent: false, headers }), 'response')) as [IncomingMessage]
    response.on('error', () => {})
    assert.equal(response.statusCode, 200)
    return response
  }

  for (const api of apis) {
    const path = LISTS[api.name as keyof typeof LISTS]

    it(`of one account are limited to ${OF_ACCOUNT} in ${api.name}, until one of them ends`, async () => {
      const token = await tokenOf(server.client, api)
      const begun = await Promise.all([begin(path, token), begin(path, token)])
      const refused = await server.client.get(path, { token })
      assertAnswer(api, refused, 503)
      assert.equal(refused.headers.get('retry-after'), '1')
      begun[0].destroy()
      for (let time = 0; time < 2; time += 1) {
        const { status, body } = await server.client.get(path, { token })
        assert.equal(status, 200)
        assert.ok((api.name === 'tms' ? body.data.users : body).length > ACCOUNTS)
      }
      begun[1].destroy()
    })
  }

  it(`of one network are limited to ${OF_NETWORK}, while other requests are answered`, async () => {
    const people = await Promise.all([1, 2, 3].map(() => signedUp(server, tmsRealm)))
    const [first, second, third] = people.map(({ token }) => token) as [string, string, string]
    const begun = await Promise.all([first, first, second, second].map((token) => begin(LISTS.tms, token)))
    assert.equal((await server.client.get(LISTS.tms, { token: third })).status, 503)
    assert.equal((await server.client.get('/tms/user/list?page=1', { token: third })).status, 200)
    assert.equal((await server.client.get('/tms/user/me', { token: third })).status, 200)
    begun.forEach((response) => response.destroy())
  })

  it('free their places when they are ended because the client reads nothing', { timeout: 120_000 }, async () => {
    const { app } = await createServer(server.context)
    const { ports, close } = await listen(app.callback(), '127.0.0.1', [0], { stallTimeout: 300 })
    const origin = `http://127.0.0.1:${ports[0]}`
    try {
      const { token } = await signedUp(server, tmsRealm)
      const ids = ['stalled-1', 'stalled-2']
      const begun = await Promise.all(ids.map((id) => begin(LISTS.tms, token, id, origin)))
      const ends = (): string[] => server.logged.filter((line) => ids.includes(JSON.parse(line).requestId))
      while (ends().length < ids.length) assert.equal((await server.client.get('/health/live')).status, 200)
      assert.ok(ends().every((line) => JSON.parse(line).complete === false))
      assert.equal((await server.client.get(LISTS.tms, { token })).status, 200)
      begun.forEach((response) => response.destroy())
    } finally {
      await close()
    }
  })
})
