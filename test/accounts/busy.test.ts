import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { Refusal } from '../../src/refusal.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { useServer, type TestServer } from '../support/server.js'
import { LOGINS } from '../support/sessions.js'

describe('logins and registrations beyond what is hashed at once', () => {
  const server = useServer({ APIS: 'tms', LOGIN_FAILURES: '1', REGISTRATIONS_PER_ADDRESS: '1' })
  const register = (username: string) => server.client.post('/tms/register', { json: { username, password: PASSWORD } })

  it('are answered 503 with Retry-After, and count as no try', async () => {
    const leave = await fill(server.context)
    const name = freshName()
    for (const send of [() => LOGINS.tms(server.client, '21089', 'zhou0914.'), () => register(name)]) {
      for (let time = 0; time < 3; time += 1) {
        const { status, headers } = await send()
        assert.deepEqual([status, headers.get('retry-after')], [503, '1'])
      }
    }
    await leave()
    assert.equal((await LOGINS.tms(server.client, '21089', 'zhou0914.')).status, 200)
    assert.equal((await register(name)).status, 200)
  })
})

/** Takes every place. Returns how to leave them. */
async function fill({ passwords }: TestServer['context']): Promise<() => Promise<void>> {
  let leave = (): void => {}
  const left = new Promise<void>((resolve) => (leave = resolve))
  const places: Promise<void>[] = []
  for (let isFull = false; !isFull;) {
    const place = passwords.admit(() => left)
    isFull = await Promise.race([
      place.then(() => false, isBusy),
      new Promise<false>((next) => setImmediate(next, false))
    ])
    if (!isFull) places.push(place)
  }
  return async () => {
    leave()
    await Promise.all(places)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'busy'
}
