import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import { fillQueue } from '../support/hash-queue.js'
import { useServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'
import { newVictim } from '../security/support/guesses.js'

const GREEDY = '203.0.113.1'

describe('logins and registrations beyond what is hashed at once', () => {
  const server = useServer({ APIS: 'tms', LOGIN_FAILURES: '1', REGISTRATIONS_PER_ADDRESS: '1' })
  const register = (username: string) => server.client.post('/tms/register', { json: { username, password: PASSWORD } })

  it('are answered 503 with Retry-After, and do not count as attempts', async () => {
    const queue = await fillQueue(server.context, (index) => ({ realm: 'tms', network: `network ${index}` }))
    const name = freshName()
    for (const send of [() => traitsOf.tms.login(server.client, '21089', 'zhou0914.'), () => register(name)]) {
      for (let time = 0; time < 3; time += 1) {
        const { status, headers } = await send()
        assert.deepEqual([status, headers.get('retry-after')], [503, '1'])
      }
    }
    await queue.leave()
    assert.equal(queue.refused(), 0)
    assert.equal((await traitsOf.tms.login(server.client, '21089', 'zhou0914.')).status, 200)
    assert.equal((await register(name)).status, 200)
  })
})

describe('logins while one address fills the queue', () => {
  const server = useServer({ TRUSTED_PROXIES: '1' })
  const clientAt = (address: string) => createClient(server.origin, { 'X-Forwarded-For': address })

  it('are hashed before the second waiting login of that address, in every API', async () => {
    const others = await Promise.all(
      realmNames.map(async (api, index) => {
        const { name } = await newVictim(server, api)
        return { api, name, client: clientAt(`198.51.100.${index}`) }
      })
    )
    const queue = await fillQueue(server.context, () => ({ realm: 'tms', network: GREEDY }))
    const logins = others.map(({ api, client, name }) => traitsOf[api].login(client, name, PASSWORD))
    while (queue.refused() < realmNames.length) await new Promise(setImmediate)
    assert.deepEqual(await statusOf(clientAt(GREEDY), 'tms'), 503)
    queue.endOne()
    queue.endOne()
    assert.deepEqual(
      (await Promise.all(logins)).map(({ status }) => status),
      logins.map(() => 200)
    )
    assert.equal(queue.refused(), realmNames.length)
    await queue.leave()
  })

  it('are accepted in an API while many addresses flood another', async () => {
    const { name } = await newVictim(server, 'julong')
    const queue = await fillQueue(server.context, (index) => ({ realm: 'tms', network: `network ${index}` }))
    const login = traitsOf.julong.login(clientAt('198.51.100.1'), name, PASSWORD)
    while (queue.refused() < 1) await new Promise(setImmediate)
    assert.equal(await statusOf(clientAt('198.51.100.1'), 'tms'), 503)
    queue.endOne()
    queue.endOne()
    assert.equal((await login).status, 200)
    await queue.leave()
  })

  async function statusOf(client: ReturnType<typeof clientAt>, api: RealmName): Promise<number> {
    return (await traitsOf[api].login(client, 'nobody@example.com', 'wrong')).status
  }
})
