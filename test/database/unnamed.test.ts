import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Knex } from 'knex'
import { createLimiter } from '../../src/accounts/limits/limiter.js'
import { postgresPool } from '../../src/database/connection/postgres.js'
import { preparedQuery } from '../../src/database/queries/prepared.js'
import { copyOfTemplate } from '../support/database.js'

const statements = {
  'a query': (db: Knex) => preparedQuery(db, 'one', 'select $1::integer as one', [1]),
  'a limit of attempts': (db: Knex) => createLimiter('account', 5, 60, db).count('key')
}

describe('prepared statements', { skip: process.env.DATABASE_URL === undefined && 'needs PostgreSQL' }, () => {
  for (const [what, run] of Object.entries(statements)) {
    for (const namedStatements of [true, false]) {
      it(`of ${what} are ${namedStatements ? '' : 'not '}kept by PostgreSQL with NAMED_STATEMENTS=${Number(namedStatements)}`, async () => {
        const database = await copyOfTemplate()
        const db = postgresPool(database.env.DATABASE_URL!, { size: 1, namedStatements, warn() {} })
        try {
          await run(db)
          const { rows } = await db.raw('select name from pg_prepared_statements')
          assert.equal(rows.length, namedStatements ? 1 : 0)
        } finally {
          await db.destroy()
          await database.remove()
        }
      })
    }
  }
})
