import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { removeOwnTemplate } from '../support/database.js'
import { hooked, member, type Hooked } from './support.js'

const DELIVERIES = 4
/** Less than that many deliveries would take if each waited for the whole of its answer. */
const PATIENCE_MS = 40_000
const DRIP_MS = 200

describe('a webhook', () => {
  let hooks: Hooked
  beforeEach(async () => {
    hooks = await hooked()
  })
  afterEach(() => hooks.remove())
  after(removeOwnTemplate)

  it('of a copied database, whose trail has given no id yet, begins with the next entry', async () => {
    const { receiver, webhooks, run } = hooks
    await run(async ({ db }) => {
      await db.raw(`select setval('audit.events_id_seq', (select max(id) + 1 from audit.events), false)`)
    })
    await webhooks(`--add ${receiver.url}`)
    assert.match(await webhooks(''), /\t0\t0\t1$/)
    await run(async (server) => {
      await member(server, 'ann')
      await receiver.until((received) => received.length === 2)
    })
    assert.deepEqual(
      receiver.received.map(({ type }) => type),
      ['account-create', 'login']
    )
    assert.deepEqual(
      receiver.aboutWebhooks.map(({ type, data }) => [type, data.target.name]),
      [['webhook-add', `webhook 1, ${new URL(receiver.url).origin}`]]
    )
  })

  it('does not wait for the end of an answer', async () => {
    const { webhooks, run } = hooks
    let answered = 0
    const answers = new EventEmitter()
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(200)
      const dripping = setInterval(() => response.write('.'), DRIP_MS)
      response.on('close', () => clearInterval(dripping))
      answered += 1
      if (answered === DELIVERIES) answers.emit('all')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await webhooks(`--add http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await run(async (running) => {
      const update = await member(running, 'ann')
      const all = once(answers, 'all', { signal: AbortSignal.timeout(PATIENCE_MS) })
      for (const nickname of ['one', 'two']) await update(nickname)
      await all
    })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
