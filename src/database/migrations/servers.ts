import type { Knex } from 'knex'
import type { DatabaseSchema } from '../../config/database-schemas.js'
import { schemaNamed } from '../schema/schema.js'

/** The `application_name` of a server: `quintet` and the newest migration that it knows, as in `quintet 0019-timelines`. */
export function serverName(schema: DatabaseSchema): string {
  return `quintet ${Object.keys(schemaNamed(schema).migrations).at(-1)}`
}

/** Every role sees the names of all sessions in `pg_stat_activity`. */
const CONNECTED = `
  select count(*) as sessions from pg_stat_activity
  where datname = current_database() and substring(application_name from '^quintet (\\d{4})-') >= ?`

/** Throws while servers that know the migration are connected: they need what it made. */
export async function refuseWhileServed(db: Knex, name: string): Promise<void> {
  const {
    rows: [{ sessions }]
  } = await db.raw<{ rows: [{ sessions: number }] }>(CONNECTED, [name.slice(0, 4)])
  if (sessions > 0)
    throw new Error(`servers of the version that has ${name} are connected (${sessions} sessions): stop them first`)
}
