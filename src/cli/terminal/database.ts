import type { Knex } from 'knex'
import type { Config } from '../../config/config.js'
import { connect } from '../../database/connection/connect.js'

/** Does work on the database that the configuration names, without limits of time, and closes it. */
export async function withDatabase(config: Config, work: (db: Knex) => Promise<void>): Promise<void> {
  const database = await connect(config)
  try {
    await database.withoutTimeouts(work)
  } finally {
    await database.close()
  }
}
