import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { before, describe, it } from 'node:test'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

/** Their list is more than what waits in sockets. */
const ACCOUNTS = 60_000

describe('a client that disconnects', () => {
  const server = useServer({ APIS: 'tms' })

  before(async () => {
    await server.db.raw(
      `insert into tms.users (username, canonical_name, password_hash)
       select 'u' || n, 'u' || n, '-' from generate_series(1, ?::integer) n`,
      [ACCOUNTS]
    )
  })

  it('in the middle of a list is logged as a disconnect, not as an internal error', async () => {
    const token = await login(server.client, 'tms', 'admin', 'zhou0914.')
    const headers = { Authorization: `Bearer ${token}`, 'X-Request-Id': 'hung-up' }
    const [response] = (await once(get(`${server.origin}/tms/user/list`, { headers }), 'response')) as [IncomingMessage]
    await once(response, 'data')
    response.destroy()
    const logged = (): string | undefined => server.logged.find((line) => line.includes('"requestId":"hung-up"'))
    // Others are answered meanwhile.
    while (logged() === undefined) assert.equal((await server.client.get('/health/ready')).status, 200)
    const { msg, status, complete } = JSON.parse(logged()!)
    assert.deepEqual({ msg, status, complete }, { msg: 'request', status: 200, complete: false })
    assert.equal((await server.client.get('/health/ready')).status, 200)
    assert.deepEqual(
      server.logged.filter((line) => JSON.parse(line).level > 30),
      []
    )
  })
})
