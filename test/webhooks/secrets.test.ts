import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { admin } from '../cli/run.js'
import { removeOwnTemplate } from '../support/database.js'
import { hooked, member, type Hooked } from './support.js'

const FIRST = 'first-secret-abcdefghijklmnopqrstuvwxyz'
const SECOND = 'second-secret-abcdefghijklmnopqrstuvwxyz'

describe('the secret of a webhook', () => {
  let hooks: Hooked
  beforeEach(async () => {
    hooks = await hooked()
  })
  afterEach(() => hooks.remove())
  after(removeOwnTemplate)

  /** Whether each of the secrets verifies the newest delivery. */
  function verifying(...secrets: string[]): boolean[] {
    const { body, headers } = hooks.receiver.received.at(-1)!
    return secrets.map((secret) => {
      try {
        new Webhook(secret).verify(body, headers as Record<string, string>)
        return true
      } catch {
        return false
      }
    })
  }

  /** Runs the server until a new account is delivered. */
  async function deliver(name: string, env: Record<string, string> = {}): Promise<void> {
    const { receiver, run } = hooks
    await run(async (server) => {
      await member(server, name)
      await receiver.until((received) => received.filter(({ data }) => data.target.name === name).length === 2)
    }, env)
  }

  it('is followed by another one, beside which it signs for a day', async () => {
    const { receiver, webhooks, run } = hooks
    const old = await webhooks(`--add ${receiver.url}`)
    const young = await webhooks('--rotate-secret 1')
    await deliver('ann')
    assert.deepEqual(verifying(old, young), [true, true])
    await run(async ({ db }) => {
      const { hours } = await db('quintet.webhooks').first(
        db.raw(`extract(epoch from previous_until - now()) / 3600 as hours`)
      )
      assert.ok(Number(hours) > 23 && Number(hours) <= 24)
      await db('quintet.webhooks').update({ previous_until: db.raw('now()') })
    })
    await deliver('bob')
    assert.deepEqual(verifying(old, young), [false, true])
  })

  it('of a command with another TOKEN_SECRET than that of the server is reported', async () => {
    const { receiver, database } = hooks
    const add = () => admin(`webhooks --realm tms --add ${receiver.url}`, database)
    Object.assign(database.env, { TOKEN_SECRET: FIRST })
    assert.doesNotMatch((await add()).stderr, /decrypt/)
    Object.assign(database.env, { TOKEN_SECRET: SECOND })
    assert.match(
      (await add()).stderr,
      /TOKEN_SECRET does not decrypt the secrets of webhooks 1: is it that of the server\?/
    )
  })

  it('is stored encrypted, and stays valid when TOKEN_SECRET changes', async () => {
    const { receiver, webhooks, run, database } = hooks
    Object.assign(database.env, { TOKEN_SECRET: FIRST })
    const secret = await webhooks(`--add ${receiver.url}`)
    await run(async ({ db }) => {
      const stored = JSON.stringify(await db('quintet.webhooks'))
      assert.ok(stored.includes(receiver.url))
      assert.ok(!stored.includes(secret.slice('whsec_'.length)))
    })
    Object.assign(database.env, { TOKEN_SECRET: SECOND })
    await deliver('ann', { TOKEN_SECRET_PREVIOUS: FIRST })
    await deliver('bob')
    assert.deepEqual(verifying(secret), [true])
  })
})
