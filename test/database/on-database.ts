import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import type { TestDatabase } from '../support/database.js'

/** Does work on a database that is removed then, without limits of time, as migrations run. */
export async function onDatabase(made: Promise<TestDatabase>, work: (db: Knex) => Promise<void>): Promise<void> {
  const { env, remove } = await made
  const database = await connect(readConfig(env))
  try {
    await database.withoutTimeouts(work)
  } finally {
    await database.close()
    await remove()
  }
}
