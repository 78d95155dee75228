import { after, before, describe, it } from 'node:test'
import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js'
import { domainErrorOf } from '../../src/database/failures.js'
import { postgresPool } from '../../src/database/connection/postgres.js'

const url = process.env.DATABASE_URL
const CONNECTIONS = 3

function isUnavailable(error: unknown): boolean {
  return domainErrorOf(error)?.code === 'unavailable'
}

describe('lost connections', { skip: url === undefined && 'needs PostgreSQL' }, () => {
  let proxy: TcpProxy
  let db: Knex

  before(async () => {
    const target = new URL(url!)
    proxy = await startTcpProxy(Number(target.port || 5432))
    target.port = String(proxy.port)
    db = postgresPool(target.href, { size: CONNECTIONS, namedStatements: true, warn() {} })
  })

  after(async () => {
    await db.destroy()
    await proxy.close()
  })

  it('make a statement unavailable, not an internal error', async () => {
    await db.raw('select 1')
    proxy.lose('select 2', 'reset before', 1)
    await assert.rejects(db.raw('select 2'), isUnavailable)
    proxy.pass()
    await db.raw('select 2')
  })

  it('make a commit unavailable', async () => {
    proxy.lose('COMMIT;', 'reset after', 1)
    await assert.rejects(
      db.transaction((transaction) => transaction.raw('select 3')),
      isUnavailable
    )
    proxy.pass()
  })

  it('are all closed with the first that hangs', async () => {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => db.raw('select pg_sleep(0.2)')))
    proxy.swallow()
    proxy.pass()
    await assert.rejects(db.raw('select 4'), isUnavailable)
    for (let count = 0; count < CONNECTIONS; count += 1) await db.raw('select 5')
  })

  it('are closed also when a client was taken out of the pool and used with promises', async () => {
    const connection = await db.client.acquireConnection()
    proxy.swallow()
    proxy.pass()
    await assert.rejects(connection.query('select 6'), isUnavailable)
    await db.client.releaseConnection(connection)
    await db.raw('select 7')
  })

  it('leave no lock behind for long', async () => {
    const { rows } = await db.raw('show idle_in_transaction_session_timeout')
    assert.deepEqual(rows, [{ idle_in_transaction_session_timeout: '3s' }])
  })
})
