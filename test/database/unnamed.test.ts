import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { postgresPool } from '../../src/database/connection/postgres.js'

const url = process.env.DATABASE_URL

describe('named statements', { skip: url === undefined && 'needs PostgreSQL' }, () => {
  for (const namedStatements of [true, false]) {
    it(`${namedStatements ? 'are' : 'are not'} kept by PostgreSQL where they ${namedStatements ? 'may' : 'may not'} be`, async () => {
      const db = postgresPool(url!, { size: 1, namedStatements, warn() {} })
      try {
        const named = db.raw('select ?::integer as one', [1]).options({ name: 'one' })
        assert.deepEqual((await named).rows, [{ one: 1 }])
        const { rows } = await db.raw('select name from pg_prepared_statements')
        assert.deepEqual(rows, namedStatements ? [{ name: 'one' }] : [])
      } finally {
        await db.destroy()
      }
    })
  }
})
