import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PASSWORD } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { guessingPlaces, guessWrong, lookedAt, newVictim } from './support/guesses.js'

const LIMIT = 5
const BURST = 50
const WINDOW_SECONDS = 15 * 60

describe('guessing the password of one account', () => {
  const server = useServer({ LOGIN_FAILURES: String(LIMIT) })

  for (const place of guessingPlaces) {
    const name = `${place.api} ${place.place}`

    it(`${name} refuses any further guess, the right one too`, async () => {
      const victim = await newVictim(server, place.api)
      assert.equal(lookedAt(await guessWrong(LIMIT, server.client, place, victim)), LIMIT)
      assertLimited(await place.guess(server.client, victim, 'wrong'))
      assertLimited(await place.guess(server.client, victim, PASSWORD))
      const other = await newVictim(server, place.api)
      assert.equal((await place.guess(server.client, other, PASSWORD)).status, 200)
    })

    it(`${name} compares ${LIMIT} of ${BURST} simultaneous guesses`, async () => {
      const victim = await newVictim(server, place.api)
      const guesses = Array.from({ length: BURST }, (_, i) => place.guess(server.client, victim, `wrong ${i}`))
      const statuses = (await Promise.all(guesses)).map(({ status }) => status)
      assert.equal(lookedAt(statuses), LIMIT)
      assert.ok(statuses.every((status) => status < 500))
    })

    it(`${name} counts anew after the right password`, async () => {
      const victim = await newVictim(server, place.api)
      for (let round = 1; round <= 3; round += 1) {
        assert.equal(lookedAt(await guessWrong(LIMIT - 1, server.client, place, victim)), LIMIT - 1)
        assert.equal((await place.guess(server.client, victim, PASSWORD)).status, 200)
      }
    })
  }

  it('counts all places of an API together', async () => {
    const places = guessingPlaces.filter(({ api }) => api === 'user-login')
    const victim = await newVictim(server, 'user-login')
    const statuses: number[] = []
    for (let i = 0; i < LIMIT; i += 1) {
      for (const place of places) statuses.push(...(await guessWrong(1, server.client, place, victim)))
    }
    assert.equal(lookedAt(statuses), LIMIT)
  })

  it('counts every spelling of a name as one', async () => {
    const [place] = guessingPlaces
    assert.ok(place)
    const victim = await newVictim(server, place.api)
    const { name } = victim
    const wide = name.replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    const spellings = [name, name.toUpperCase(), ` ${name}`, `${name}\u3000`, wide, `\t${name.toUpperCase()} `]
    const statuses: number[] = []
    for (const spelling of spellings) {
      statuses.push(...(await guessWrong(1, server.client, place, { ...victim, name: spelling })))
    }
    assert.equal(lookedAt(statuses), LIMIT)
  })

  it('counts the accounts of each API apart, whatever their names', async () => {
    const [tms, julong] = guessingPlaces
    assert.ok(tms && julong)
    const victim = await newVictim(server, tms.api)
    await guessWrong(LIMIT + 1, server.client, tms, victim)
    assert.equal(lookedAt(await guessWrong(1, server.client, julong, victim)), 1)
  })

  it('counts guesses at an account that does not exist', async () => {
    const [place] = guessingPlaces
    assert.ok(place)
    const nobody = { ...(await newVictim(server, place.api)), name: 'nobody-at-all' }
    assert.equal(lookedAt(await guessWrong(LIMIT + 3, server.client, place, nobody)), LIMIT)
  })
})

describe('guessing passwords of many accounts', () => {
  const server = useServer({ LOGIN_FAILURES_PER_ADDRESS: String(LIMIT) })

  for (const place of guessingPlaces.filter(({ place }) => place === 'login')) {
    it(`${place.api} compares ${LIMIT} of ${BURST} simultaneous names, and none after that`, async () => {
      const victim = await newVictim(server, place.api)
      const guesses = Array.from({ length: BURST }, (_, i) =>
        place.guess(server.client, { ...victim, name: `name${i}@example.com` }, 'wrong')
      )
      assert.equal(lookedAt((await Promise.all(guesses)).map(({ status }) => status)), LIMIT)
      assertLimited(await place.guess(server.client, victim, PASSWORD))
    })
  }
})

function assertLimited({ status, headers }: Answer): void {
  assert.equal(status, 429)
  const seconds = Number(headers.get('retry-after'))
  assert.ok(Number.isInteger(seconds) && seconds > 0 && seconds <= WINDOW_SECONDS, String(seconds))
}
