import type { Knex } from 'knex'

/** An import is all or nothing, and keeps no account of how far it came. */
export async function dropImports(db: Knex): Promise<void> {
  await db.raw(`drop table imports`)
}
