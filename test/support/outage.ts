import { onPostgres } from './database.js'
import type { TestServer } from './server.js'

/**
 * Makes the server's database unreachable and returns what brings it back. PostgreSQL ends the server's connections and
 * takes no new ones; the embedded database, which lives in the same process, has its only session taken.
 */
export async function takeDatabaseAway({ db, context }: TestServer): Promise<() => Promise<void>> {
  const { databaseUrl } = context.config
  if (databaseUrl === undefined) {
    const session = await db.transaction()
    return async () => {
      await session.rollback()
    }
  }
  const name = new URL(databaseUrl).pathname.slice(1)
  const allow = (allowed: boolean) => onPostgres(`alter database ${name} with allow_connections ${allowed}`)
  await allow(false)
  await onPostgres(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  return () => allow(true)
}
