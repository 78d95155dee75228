import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Knex } from 'knex'
import { settled } from '../../src/audit/settled.js'
import { useServer } from '../support/server.js'
import { fillTrail } from './support.js'

const skip = process.env.DATABASE_URL === undefined && 'the embedded database has one session'

describe('the audit trail up to an id', { skip }, () => {
  const server = useServer({ APIS: 'julong' })

  /** A transaction that has written an entry and goes on. */
  async function write(): Promise<Knex.Transaction> {
    const transaction = await server.db.transaction()
    await fillTrail(transaction, 1)
    return transaction
  }

  it('is not settled while somebody who has an id below it may roll back, and is when that has ended', async () => {
    const writer = await write()
    assert.equal(await settled(server.db), false)
    await writer.commit()
    assert.equal(await settled(server.db), true)
  })

  it('is settled when those who wrote have ended, though there are always others who write by then', async () => {
    let writer = await write()
    let isSettled: boolean | undefined
    const end = settled(server.db).then((result) => (isSettled = result))
    while (isSettled === undefined) {
      const next = await write()
      await writer.commit()
      writer = next
    }
    await end
    await writer.commit()
    assert.equal(isSettled, true)
  })
})
