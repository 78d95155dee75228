import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { migrations, type MigrationName } from '../../src/database/migrations/index.js'
import { migrateOnce } from '../../src/database/migrations/migrate.js'
import { emptyDatabase } from './database.js'

/** Applies the migrations before this one. */
export async function migrateUntil(db: Knex, migration: MigrationName): Promise<void> {
  for (const name of Object.keys(migrations)) {
    if (name === migration) return
    await migrateOnce(db)
  }
}

/** Runs `check` on a database to which the migrations before this one are applied. */
export async function beforeMigration(migration: MigrationName, check: (db: Knex) => Promise<void>): Promise<void> {
  const place = await emptyDatabase()
  const database = await connect(readConfig(place.env))
  try {
    await database.withoutTimeouts(async (db) => {
      await migrateUntil(db, migration)
      await check(db)
    })
  } finally {
    await database.close()
    await place.remove()
  }
}
