import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { MAX_ATTEMPTS } from '../../src/webhooks/schedule.js'
import { removeOwnTemplate } from '../support/database.js'
import { startReceiver } from '../support/receiver.js'
import { hooked, member, passTime, type Hooked } from './support.js'

/** A stop of the server waits for attempts under way, so what an operator sees after a run is what it led to. */
describe('webhooks whose receiver takes no delivery', () => {
  let hooks: Hooked
  beforeEach(async () => {
    hooks = await hooked()
    await hooks.webhooks(`--add ${hooks.receiver.url}`)
  })
  afterEach(() => hooks.remove())
  after(removeOwnTemplate)

  const typesReceived = (): string[] => hooks.receiver.received.map(({ type }) => type)

  it('lose none while it is away, and go on by themselves', async () => {
    const { receiver, run } = hooks
    const names = ['ann', 'bob', 'eve', 'joe', 'kim']
    receiver.answer = () => 503
    const logged = await run(async (server) => {
      for (const name of names) await member(server, name)
      await receiver.until((received) => received.length >= 5)
    })
    assert.ok(logged.some((line) => line.includes('counts as away')))
    receiver.answer = undefined
    receiver.received.length = 0
    await run(async (server) => {
      await passTime(server)
      await receiver.until(({ length }) => length === 2 * names.length)
    })
    assert.equal(new Set(receiver.received.map(({ data }) => data.id)).size, 2 * names.length)
  })

  it('give a delivery up after the last attempt, go on with the next of the account, and make it when an operator says so', async () => {
    const { receiver, webhooks, run } = hooks
    receiver.answer = ({ type }) => (type === 'account-create' ? 500 : 204)
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 1)
    })
    assert.match(await webhooks('--deliveries 1'), /\taccount-create\t1\t20[^\t]+\tstatus 500(\n|$)/)
    await run(async (server) => {
      await server
        .db('quintet.webhook_deliveries')
        .where({ attempts: 1 })
        .update({ attempts: MAX_ATTEMPTS - 1 })
      await passTime(server)
      await receiver.until(({ length }) => length === 3)
    })
    assert.deepEqual(typesReceived(), ['account-create', 'account-create', 'login'])
    const lines = (await webhooks('--deliveries 1')).split('\n')
    assert.equal(lines.length, 2)
    assert.match(lines[1]!, new RegExp(`\\taccount-create\\t${MAX_ATTEMPTS}\\tgiven up\\tstatus 500$`))
    assert.match(await webhooks(''), /\tdelivers\t0\t1\t0$/)
    receiver.answer = undefined
    await webhooks('--retry 1')
    await run(() => receiver.until(({ length }) => length === 4))
    assert.match(await webhooks(''), /\tdelivers\t0\t0\t0$/)
  })

  it('go on while ten thousand entries wait behind one about the same account that is refused', async () => {
    const { receiver, webhooks, run } = hooks
    receiver.answer = ({ data }) => (data.target.id === '1' ? 500 : 204)
    await run(async ({ db }) => {
      const entry = `insert into audit.events (realm, action, result, target_id) select 'tms', 'login', 'done', `
      await db.raw(`${entry} '1' from generate_series(1, 12000)`)
      await db.raw(`${entry} '2'`)
      await receiver.until((received) => received.some(({ data }) => data.target.id === '2'))
    })
    assert.match(await webhooks(''), /\tdelivers\t12000\t0\t0$/)
  })

  it('are paused by 410 until an operator resumes them', async () => {
    const { receiver, webhooks, run } = hooks
    const other = await startReceiver()
    await webhooks(`--add ${other.url}`)
    receiver.answer = () => 410
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 1)
      for (const name of ['bob', 'eve']) await member(server, name)
      await other.until(({ length }) => length === 6)
    })
    await other.close()
    assert.deepEqual(typesReceived(), ['account-create'])
    assert.match(await webhooks(''), /\tpaused: the receiver answered 410\t/)
    receiver.answer = undefined
    await webhooks('--resume 1')
    await run(() => receiver.until(({ length }) => length === 7))
    assert.equal(new Set(receiver.received.map(({ data }) => data.id)).size, 6)
  })

  it('are paused when it has taken nothing for three days, and not earlier', async () => {
    const { receiver, webhooks, run } = hooks
    receiver.answer = () => 503
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 1)
    })
    const failAgain = (age: string, count: number) =>
      run(async (server) => {
        await server.db('quintet.webhooks').update({ failing_since: server.db.raw(`now() - interval '${age}'`) })
        await passTime(server)
        await receiver.until(({ length }) => length === count)
        assert.match(await server.context.metrics.render(), /^quintet_webhook_delay_seconds\{realm="tms"\} [\d.]+$/m)
      })
    await failAgain('71 hours', 2)
    assert.match(await webhooks(''), /\tfailing since 20/)
    await failAgain('73 hours', 3)
    assert.match(await webhooks(''), /\tpaused: the receiver took nothing for 3 days\t/)
  })

  it('give up an entry that is no longer in the trail, and go on', async () => {
    const { receiver, webhooks, run } = hooks
    receiver.answer = () => 503
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 1)
      const first = server.db('quintet.webhook_deliveries').where({ attempts: 1 })
      await first.update({ event_at: server.db.raw(`event_at - interval '1 year'`) })
    })
    receiver.answer = undefined
    await run(async (server) => {
      await passTime(server)
      await receiver.until(({ length }) => length === 2)
    })
    assert.deepEqual(typesReceived(), ['account-create', 'login'])
    assert.match(await webhooks('--deliveries 1'), /\tgiven up\tthe entry is no longer in the audit trail$/)
    assert.match(await webhooks(''), /\tdelivers\t0\t1\t0$/)
  })

  it('follow no redirect', async () => {
    const { receiver, webhooks, run } = hooks
    receiver.answer = () => 307
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 1)
    })
    assert.deepEqual(typesReceived(), ['account-create'])
    assert.match(await webhooks('--deliveries 1'), /\tstatus 307(\n|$)/)
  })
})
