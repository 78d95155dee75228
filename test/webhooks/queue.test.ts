import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { overviewOf, queueEntries } from '../../src/webhooks/queue.js'
import { admin } from '../cli/run.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'

const onPostgres = process.env.DATABASE_URL !== undefined

describe('the queue of webhooks', { skip: !onPostgres && 'the embedded database has one session' }, () => {
  after(removeOwnTemplate)

  it('takes no entry before one of a lower id that is committed later', async () => {
    const database = await copyOfTemplate()
    assert.equal((await admin('webhooks --realm tms --add https://hooks.example', database)).code, 0)
    const { db, close } = await connect(readConfig(database.env))
    const entry = { realm: 'tms', action: 'login', result: 'done', target_id: '1' }
    const queue = async (): Promise<number[]> => {
      const { behind, last } = await overviewOf(db)
      await queueEntries(db, behind, last)
      return db('quintet.webhook_deliveries').orderBy('event_id').pluck('event_id')
    }
    // That it was added is an entry too.
    const added = await queue()
    const late = await db.transaction()
    await late('audit.events').insert(entry)
    await db('audit.events').insert(entry)
    assert.deepEqual(await queue(), added)
    await late.commit()
    const ids = await db('audit.events').where(entry).orderBy('id', 'desc').limit(2).pluck('id')
    assert.deepEqual(await queue(), [...added, ...ids.reverse()])
    await close()
    await database.remove()
  })
})
