import type { Knex } from 'knex'
import { SHARED_SCHEMA } from './shared-schema.js'

/** The first migration of the versions before 0.1.0, and of no other program that uses Knex. */
const FIRST_UNRELEASED = '0001-tokens'

const REFUSAL =
  'the database was made by a version before 0.1.0, which no later one upgrades: start on an empty database, and move ' +
  'accounts with "npm run admin -- export" of the version that made it and "npm run admin -- import" of this one'

/** The lists of migrations that this role may read; the first versions had theirs in `public`, as other programs do. */
const LISTS = `
  select format('%I.%I', n.nspname, c.relname) as list
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('${SHARED_SCHEMA}', 'public') and c.relname = 'knex_migrations' and c.relkind = 'r'
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`

/** Throws where a version before 0.1.0 has migrated the database, whose tables are others than ours. */
export async function refuseUnreleased(db: Knex): Promise<void> {
  const { rows: lists } = await db.raw<{ rows: { list: string }[] }>(LISTS)
  for (const { list } of lists) {
    // The list of another program may have other columns.
    const { rows } = await db.raw<{ rows: [{ found: boolean }] }>(
      `select exists (select from ${list} m where to_jsonb(m) ->> 'name' = ?) as found`,
      [FIRST_UNRELEASED]
    )
    if (rows[0].found) throw new Error(REFUSAL)
  }
}
