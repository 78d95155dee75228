import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { PASSWORD } from '../support/accounts.js'
import { createClient, type Client } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { startServerOn, useServer, type TestServer } from '../support/server.js'
import { guessingPlaces, guessWrong, lookedAt, newVictim, type GuessingPlace } from './support/guesses.js'

const LIMIT = 5
const MORE = 20

/** Headers in which a proxy, or somebody who would like to be one, says for whom a request is. */
const ADDRESS_HEADERS = [
  'X-Forwarded-For',
  'X-Real-IP',
  'X-Client-IP',
  'CF-Connecting-IP',
  'True-Client-IP',
  'Forwarded'
]

describe('a guesser who claims another address with every guess', () => {
  const direct = useServer({ LOGIN_FAILURES: String(LIMIT) })
  const proxied = useServer({ LOGIN_FAILURES: String(LIMIT), TRUSTED_PROXIES: '1' })
  const twiceProxied = useServer({ LOGIN_FAILURES: String(LIMIT), TRUSTED_PROXIES: '2' })

  for (const place of guessingPlaces) {
    const name = `${place.api} ${place.place}`

    it(`${name}: is limited as one address where no proxy is trusted`, async () => {
      const claims = (i: number) => Object.fromEntries(ADDRESS_HEADERS.map((header) => [header, addressNumber(i)]))
      assert.equal(await looked(direct, place, claims), LIMIT)
    })

    it(`${name}: gains nothing before what the one trusted proxy appends`, async () => {
      const claims = (i: number) => ({ 'X-Forwarded-For': `${addressNumber(i)}, ${addressNumber(i + 1)}, 203.0.113.9` })
      assert.equal(await looked(proxied, place, claims), LIMIT)
    })
  }

  const login = guessingPlaces[0] as GuessingPlace

  it('gains nothing before what two trusted proxies append', async () => {
    const claims = (i: number) => ({ 'X-Forwarded-For': `${addressNumber(i)}, 203.0.113.9, 198.51.100.1` })
    assert.equal(await looked(twiceProxied, login, claims), LIMIT)
  })

  it('gains nothing by another port, or by another address of the same IPv6 network', async () => {
    const ports = (i: number) => ({ 'X-Forwarded-For': `203.0.113.11:${1024 + i}` })
    const hosts = (i: number) => ({
      'X-Forwarded-For': i % 2 === 0 ? `2001:db8::${i}` : `[2001:db8::${i}]:${1024 + i}`
    })
    assert.equal(await looked(proxied, login, ports), LIMIT)
    assert.equal(await looked(proxied, login, hosts), LIMIT)
  })

  it('gains nothing by an empty or unreadable list, or by a header of other proxies', async () => {
    const claims = (i: number) => ({ 'X-Real-IP': addressNumber(i), Forwarded: `for=${addressNumber(i)}` })
    assert.equal(await looked(proxied, login, (i) => ({ ...claims(i), 'X-Forwarded-For': ',,203.0.113.10' })), LIMIT)
    assert.equal(await looked(proxied, login, (i) => ({ ...claims(i), 'X-Forwarded-For': '' })), LIMIT)
  })
})

describe('the owner of an account under attack', () => {
  const server = useServer({ LOGIN_FAILURES: String(LIMIT), TRUSTED_PROXIES: '1' })

  for (const place of guessingPlaces) {
    it(`${place.api} ${place.place}: can log in from another address repeatedly`, async () => {
      const victim = await newVictim(server, place.api)
      const guesser = clientAt(server, '203.0.113.66')
      const owner = clientAt(server, '198.51.100.7')
      assert.equal(lookedAt(await guessWrong(MORE, guesser, place, victim)), LIMIT)
      for (let i = 0; i < 2; i += 1) assert.equal((await place.guess(owner, victim, PASSWORD)).status, 200)
      assert.equal((await place.guess(guesser, victim, PASSWORD)).status, 429)
    })
  }
})

describe('two servers on one database', () => {
  let database: TestDatabase
  let first: TestServer
  let second: TestServer | undefined

  before(async () => {
    database = await copyOfTemplate()
    first = await startServerOn(database, { LOGIN_FAILURES: String(LIMIT) })
    // The embedded database belongs to one process: there the limits are that process's own.
    if (first.context.database.kind === 'postgresql') {
      second = await startServerOn(database, { LOGIN_FAILURES: String(LIMIT) })
    }
  })
  after(async () => {
    await second?.stop()
    await first.stop()
    await database.remove()
    await removeOwnTemplate()
  })

  for (const place of guessingPlaces) {
    it(`${place.api} ${place.place}: share the limit on PostgreSQL; on the embedded database it is in memory`, async () => {
      const victim = await newVictim(first, place.api)
      const clients = [first.client, second?.client ?? first.client]
      const guesses = Array.from({ length: MORE }, (_, i) =>
        place.guess(clients[i % 2] as Client, victim, `wrong ${i}`)
      )
      assert.equal(lookedAt((await Promise.all(guesses)).map(({ status }) => status)), LIMIT)
      for (const client of clients) assert.equal((await place.guess(client, victim, PASSWORD)).status, 429)
      const stored = await first.db('quintet.rate_limits').count({ total: '*' }).first()
      assert.equal(Number(stored?.total) > 0, second !== undefined)
    })
  }
})

function clientAt(server: TestServer, address: string): Client {
  return createClient(server.origin, { 'X-Forwarded-For': address })
}

/** An address that is another for every number up to 65,535. */
function addressNumber(i: number): string {
  return `192.0.${i >> 8}.${i & 255}`
}

/** How many of many guesses at one account were looked at, each sent with the headers of its number. */
async function looked(
  server: TestServer,
  place: GuessingPlace,
  headersOf: (i: number) => Record<string, string>
): Promise<number> {
  const victim = await newVictim(server, place.api)
  const statuses: number[] = []
  for (let i = 0; i < MORE; i += 1) {
    const client = createClient(server.origin, headersOf(i))
    statuses.push((await place.guess(client, victim, 'wrong')).status)
  }
  return lookedAt(statuses)
}
