import type { Knex } from 'knex'

export const LAST_ID = Number.MAX_SAFE_INTEGER

/** Has the next rows of a table get the `count` last ids that there are. */
export async function leaveIds(db: Knex, table: string, count: number): Promise<void> {
  await db.raw(`alter table ${table} alter id restart with ${LAST_ID - count + 1}`)
}
