import type { Knex } from 'knex'

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** What a migration can make, each with all that tells two of its kind apart. */
const queries: Record<string, string> = {
  extensions: `select extname, extversion from pg_extension order by 1`,
  schemas: `select nspname from pg_namespace n where ${OURS} order by 1`,
  relations: `
    select n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} order by 1, 2`,
  columns: `
    select n.nspname, c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'v', 'p', 'm') and a.attnum > 0 and not a.attisdropped
    order by 1, 2, 3`,
  constraints: `
    select n.nspname, conrelid::regclass::text, conname, pg_get_constraintdef(k.oid)
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where ${OURS} order by 1, 2, 3`,
  indexes: `select schemaname, tablename, indexname, indexdef from pg_indexes n
    where schemaname !~ '^pg_' order by 1, 2, 3`,
  views: `select schemaname, viewname, definition from pg_views
    where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1, 2`,
  sequences: `select schemaname, sequencename, start_value::text, min_value::text, max_value::text,
      increment_by::text, cycle, last_value::text
    from pg_sequences where sequencename !~ '^knex' order by 1, 2`,
  functions: `
    select n.nspname, p.oid::regprocedure::text, p.prosrc
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} order by 1, 2`,
  triggers: `select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger
    where not tgisinternal order by 1, 2`,
  migrations: `select name from quintet.knex_migrations order by name`
}

/** Everything that is in a database: its catalog, and the rows that migrations put in. */
export async function catalogOf(db: Knex): Promise<Record<string, unknown[]>> {
  const catalog: Record<string, unknown[]> = {}
  for (const [name, query] of Object.entries(queries)) {
    catalog[name] = (await db.raw<{ rows: unknown[] }>(query)).rows
  }
  for (const table of await tablesOf(db)) {
    const { rows } = await db.raw<{ rows: { row: Record<string, unknown> }[] }>(
      `select to_jsonb(t) - 'created_at' as row from ${table} t order by to_jsonb(t)::text`
    )
    catalog[`rows of ${table}`] = rows.map(({ row }) => row)
  }
  return catalog
}

async function tablesOf(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind = 'r' and c.relname !~ '^knex' order by 1`)
  return rows.map(({ name }) => name)
}
