import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { APIS, apisUnderTest, logIn, tokenOf, type ApiUnderTest } from '../http/api-under-test.js'
import { useServer, type TestServer } from '../support/server.js'

const LIMIT = 2
const REFUSED = 1_000
/** A second of waiting for each such group, once the network has more than a few refusals. */
const AT_ONCE = 250

/** Tries the sample account's login with a wrong password; how many were refused for being too many. */
async function tryLogins(server: TestServer, api: ApiUnderTest, times: number, name?: string): Promise<number> {
  let refused = 0
  for (let done = 0; done < times; done += AT_ONCE) {
    const changes = { password: 'wrong', ...(name !== undefined && { [nameField(api)]: name }) }
    const tries = Array.from({ length: Math.min(AT_ONCE, times - done) }, () => logIn(server.client, api, changes))
    refused += (await Promise.all(tries)).filter(({ status }) => status === 429).length
  }
  return refused
}

function nameField({ login }: ApiUnderTest): string {
  const example = login.body?.example as Record<string, string>
  return Object.keys(example).find((field) => field !== 'password')!
}

interface Entry {
  action: string
  result: string
  target_name: string | null
  address: string
  detail: { refused: number }
}

async function entriesOf({ db }: TestServer, realm: string): Promise<Entry[]> {
  return db('audit.events').where({ realm }).whereRaw(`jsonb_exists(detail, 'refused')`).orderBy('id')
}

/** As the server does when the window is over, and when it stops. */
const endWindows = ({ context, db }: TestServer) => context.refusedTries.recordEnded(db, Infinity)

describe('attempts that are refused with 429', () => {
  const server = useServer({ APIS, LOGIN_FAILURES: String(LIMIT) })

  for (const api of apisUnderTest) {
    it(`are two entries of the audit trail, with their number, in ${api.name}`, async () => {
      for (let failure = 0; failure < LIMIT; failure += 1) await logIn(server.client, api, { password: 'wrong' })
      assert.equal(await tryLogins(server, api, 1), 1)
      const common = { action: 'login', result: 'failed', target_name: api.sample.name, address: '127.0.0.1' }
      const shown = async () =>
        (await entriesOf(server, api.name)).map(({ action, result, target_name, address, detail }) => {
          return { action, result, target_name, address, detail }
        })
      assert.deepEqual(await shown(), [{ ...common, detail: { refused: 1 } }])
      assert.equal(await tryLogins(server, api, REFUSED - 1), REFUSED - 1)
      assert.equal((await shown()).length, 1)
      await endWindows(server)
      const both = [
        { ...common, detail: { refused: 1 } },
        { ...common, detail: { refused: REFUSED - 1 } }
      ]
      assert.deepEqual(await shown(), both)
      await endWindows(server)
      assert.deepEqual(await shown(), both)
    })
  }
})

describe('a name in another case', () => {
  const server = useServer({ APIS, LOGIN_FAILURES: String(LIMIT) })

  for (const api of apisUnderTest) {
    it(`is in the audit trail as the account has it, in ${api.name}; a name without account as typed`, async () => {
      const typed = api.sample.name.toUpperCase()
      for (const name of [typed, `No-${typed}`]) await tryLogins(server, api, LIMIT + 1, name)
      await endWindows(server)
      const entries = await server.db('audit.events').where({ realm: api.name, action: 'login' }).orderBy('id')
      const shown = (entries as { target_id: string | null; target_name: string }[]).map((entry) =>
        entry.target_id === null ? `${entry.target_name.slice(0, 3)}, unknown` : entry.target_name
      )
      assert.deepEqual(new Set(shown), new Set([api.sample.name, 'No-, unknown']))
      assert.ok(entries.length > 2 * LIMIT)
    })
  }
})

describe('attempts that are refused for their address', () => {
  const server = useServer({ APIS: 'tms', LOGIN_FAILURES_PER_ADDRESS: String(LIMIT) })
  const api = apisUnderTest.find(({ name }) => name === 'tms')!

  it('are two entries without an account, whatever names were tried', async () => {
    for (let name = 0; name < LIMIT + 40; name += 1) await tryLogins(server, api, 1, `name ${name}`)
    await endWindows(server)
    const entries = await entriesOf(server, 'tms')
    assert.deepEqual(
      entries.map(({ target_name: target, detail }) => [target, detail.refused]),
      [
        [null, 1],
        [null, 39]
      ]
    )
  })
})

describe('the audit list of julong', () => {
  const server = useServer({ APIS: 'julong', LOGIN_FAILURES: String(LIMIT) })
  const api = apisUnderTest.find(({ name }) => name === 'julong')!

  it('shows how many attempts were refused', async () => {
    const token = await tokenOf(server.client, api)
    for (let time = 0; time <= LIMIT; time += 1) await tryLogins(server, api, 1, 'somebody')
    const { body } = await server.client.get('/api/private/v1/audit?pagenum=1&pagesize=1', { token })
    assert.deepEqual(body.data.events[0].detail, { refused: 1 })
  })
})
