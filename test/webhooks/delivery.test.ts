import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { record } from '../../src/audit/record.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { removeOwnTemplate } from '../support/database.js'
import type { Received } from '../support/receiver.js'
import { hooked, member, passTime, type Hooked } from './support.js'

const verify = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>)
const about = (received: Received[], name: string): Received[] =>
  received.filter(({ data }) => data.target?.name === name)
const typesOf = (received: Received[]): string[] => received.map(({ type }) => type)

describe('webhooks', () => {
  let hooks: Hooked
  beforeEach(async () => {
    hooks = await hooked()
  })
  afterEach(() => hooks.remove())
  after(removeOwnTemplate)

  it('get each entry of the trail of their realm, signed as Standard Webhooks describes', async () => {
    const { receiver, webhooks, run } = hooks
    const secret = await webhooks(`--add ${receiver.url}`)
    await run(async ({ client, db }) => {
      await client.post('/api/auth/register', { json: { username: 'other realm', password: 'correct horse' } })
      await client.post('/tms/register', {
        json: { username: 'ann', password: 'correct horse' },
        headers: { 'x-request-id': 'of-ann' }
      })
      await client.post('/tms/login', { form: { username: 'ann', password: 'wrong' } })
      await receiver.until(({ length }) => length === 2)
      const [created, refused] = receiver.received as [Received, Received]
      const entries = await db('audit.events')
        .where({ realm: 'tms', target_name: 'ann' })
        .orderBy('id')
        .select('id', 'target_id')
      const target = { id: entries[0].target_id, name: 'ann' }
      assert.deepEqual(verify(secret, created), {
        type: 'account-create',
        timestamp: created.timestamp,
        data: {
          id: entries[0].id,
          api: 'tms',
          result: 'done',
          actor: null,
          target,
          detail: null,
          address: '127.0.0.1',
          requestId: 'of-ann'
        }
      })
      assert.ok(Math.abs(Date.parse(created.timestamp) - Date.now()) < 60_000)
      verify(secret, refused)
      assert.deepEqual([refused.type, refused.data.result, refused.data.target], ['login', 'failed', target])
      assert.throws(() => verify(secret, { ...created, body: created.body.replace('ann', 'eve') }), /signature/)
    })
  })

  it('get nothing of a change that is rolled back, and nothing from before they were added', async () => {
    const { receiver, webhooks, run } = hooks
    await run(async (server) => void (await member(server, 'before')))
    await webhooks(`--add ${receiver.url}`)
    await run(async (server) => {
      const context = realmContext(server.context, realmNamed('tms'))
      const failing = server.db.transaction(async (transaction) => {
        await record(transaction, context, { action: 'account-create', target: { id: 1, name: 'nobody' } })
        throw new Error('rolled back')
      })
      await assert.rejects(failing, /rolled back/)
      await member(server, 'ann')
      await receiver.until(({ length }) => length === 2)
      assert.deepEqual(
        receiver.received.map(({ data }) => data.target.name),
        ['ann', 'ann']
      )
    })
  })

  it('get the actions that they name alone', async () => {
    const { receiver, webhooks, run } = hooks
    await webhooks(`--add ${receiver.url} --actions account-create,account-remove`)
    await run(async (server) => {
      for (const name of ['ann', 'bob']) await member(server, name)
      await receiver.until(({ length }) => length === 2)
      assert.deepEqual(typesOf(receiver.received), ['account-create', 'account-create'])
    })
  })

  it('get entries about one account in order, which hold back no other account while they fail', async () => {
    const { receiver, webhooks, run } = hooks
    await webhooks(`--add ${receiver.url}`)
    await run(async (server) => {
      const rename = await member(server, 'ann')
      await receiver.until(({ length }) => length === 2)
      receiver.answer = ({ data }) => (data.target.name === 'ann' ? 500 : 204)
      await rename('first')
      await rename('second')
      await receiver.until((received) => about(received, 'ann').length === 3)
      await member(server, 'bob')
      await receiver.until((received) => about(received, 'bob').length === 2)
      receiver.answer = undefined
      await passTime(server)
      await receiver.until((received) => about(received, 'ann').length === 5)
      const [, , failed, again, next] = about(receiver.received, 'ann') as Received[]
      assert.equal(failed!.headers['webhook-id'], again!.headers['webhook-id'])
      assert.equal(failed!.body, again!.body)
      assert.ok(next!.data.id > again!.data.id)
    })
    assert.match(await webhooks(''), /\tdelivers\t0\t0\t0$/)
  })
})
