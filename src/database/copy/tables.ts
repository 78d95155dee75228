import type { Knex } from 'knex'

/** A table that is copied. Names are quoted as SQL needs them, with their schema. */
export interface Table {
  name: string
  /** Without those that PostgreSQL computes. */
  columns: string[]
  /** The tables that its foreign keys point to. */
  needs: string[]
  sequences: string[]
}

const QUALIFIED = (schema: string, relation: string): string =>
  `format('%I.%I', ${schema}.nspname, ${relation}.relname)`

/** Without what a crash may empty, which other databases have in unlogged tables, rows that are locked only, and the list of migrations. */
const TABLES = `
  select ${QUALIFIED('n', 'c')} as name,
    array(
      select quote_ident(attname) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
    ) as columns,
    array(
      select ${QUALIFIED('rn', 'r')} from pg_constraint k
      join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where k.conrelid = c.oid and k.contype = 'f'
    ) as needs,
    array(
      select ${QUALIFIED('sn', 's')} from pg_depend d
      join pg_class s on s.oid = d.objid join pg_namespace sn on sn.oid = s.relnamespace
      where d.classid = 'pg_class'::regclass and d.refobjid = c.oid and d.deptype in ('a', 'i') and s.relkind = 'S'
    ) as sequences
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p')
    and not c.relispartition and c.relpersistence = 'p' and c.relname !~ '^knex_migrations'
    and (n.nspname, c.relname) not in (('quintet', 'rate_limits'), ('quintet', 'locks'), ('audit', 'writers'))
  order by 1`

/** All tables of the database but PostgreSQL's own; a partitioned one stands for its partitions. */
export async function findTables(db: Knex): Promise<Table[]> {
  const { rows } = await db.raw<{ rows: Table[] }>(TABLES)
  return rows
}

/** Each table after those that its foreign keys point to. Throws when they point in a circle. */
export function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = []
  const open = new Set(tables)
  while (open.size > 0) {
    const waiting = new Set([...open].map(({ name }) => name))
    const ready = [...open].filter(({ needs }) => !needs.some((need) => waiting.has(need)))
    if (ready.length === 0) throw new Error(`foreign keys point in a circle: ${[...waiting].join(', ')}`)
    for (const table of ready) open.delete(table)
    ordered.push(...ready)
  }
  return ordered
}
