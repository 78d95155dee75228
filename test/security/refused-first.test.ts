import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freshEmail, freshName, PASSWORD } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import { fillQueue } from '../support/hash-queue.js'
import { useServer } from '../support/server.js'
import { guessingPlaces, guessWrong, newVictim } from './support/guesses.js'

const REGISTRATIONS: [path: string, body: () => object][] = [
  ['/tms/register', () => ({ username: freshName(), password: PASSWORD })],
  ['/api/private/v1/register', () => ({ user: freshName(), password: PASSWORD })],
  ['/api/auth/register', () => ({ username: freshName(), password: PASSWORD })],
  [
    '/api/users/register',
    () => ({ email: freshEmail(), password: PASSWORD, first_name: '三', last_name: '张', phone_number: '1' })
  ]
]

for (const limit of ['LOGIN_FAILURES', 'LOGIN_FAILURES_PER_ADDRESS']) {
  describe(`a guesser who reached ${limit}`, () => {
    const server = useServer({ [limit]: '2', TRUSTED_PROXIES: '1' })

    for (const [index, place] of guessingPlaces.entries()) {
      it(`${place.api} ${place.place}: is refused before hashing`, async () => {
        const client = createClient(server.origin, { 'X-Forwarded-For': `198.51.100.${index}` })
        const victim = await newVictim(server, place.api)
        assert.equal((await guessWrong(3, client, place, victim)).at(-1), 429)
        const queue = await fillQueue(server.context, () => ({ realm: place.api, network: '203.0.113.1' }))
        try {
          for (const password of ['wrong', PASSWORD]) {
            const guess = place.guess(client, victim, password)
            const { status, headers } = await queue.answerWithoutPlace(guess)
            assert.equal(status, 429)
            assert.ok(Number(headers.get('retry-after')) > 600)
          }
          assert.equal(queue.refused(), 0)
        } finally {
          await queue.leave()
        }
      })
    }
  })
}

describe('a visitor who registered as often as an address may', () => {
  const server = useServer({ REGISTRATIONS_PER_ADDRESS: '1' })

  for (const [path, body] of REGISTRATIONS) {
    it(`${path}: is refused before hashing`, async () => {
      const register = async () => (await server.client.post(path, { json: body() })).status
      assert.ok((await register()) < 300)
      assert.equal(await register(), 429)
      const queue = await fillQueue(server.context, () => ({ realm: 'tms', network: '203.0.113.1' }))
      try {
        assert.equal(await queue.answerWithoutPlace(register()), 429)
        assert.equal(queue.refused(), 0)
      } finally {
        await queue.leave()
      }
    })
  }
})

const skip =
  process.env.DATABASE_URL === undefined && 'the embedded database belongs to one process, as do its counters'

describe('a guesser whose counters an operator deletes', { skip }, () => {
  const server = useServer({ LOGIN_FAILURES: '2' })

  it('is let in again within seconds', { timeout: 30_000 }, async () => {
    const [place] = guessingPlaces
    assert.ok(place)
    const victim = await newVictim(server, place.api)
    assert.equal((await guessWrong(3, server.client, place, victim)).at(-1), 429)
    await server.db('quintet.rate_limits').del()
    while ((await place.guess(server.client, victim, PASSWORD)).status === 429) await sleep(100)
    assert.equal((await place.guess(server.client, victim, PASSWORD)).status, 200)
  })
})
