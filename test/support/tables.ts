import type { Knex } from 'knex'

/** All tables, of `pg_class` and `pg_namespace`; a partition is read with the table that it is of. */
export function tables(db: Knex): Knex.QueryBuilder {
  return db('pg_class')
    .join('pg_namespace', 'pg_namespace.oid', 'relnamespace')
    .whereIn('relkind', ['r', 'p'])
    .where('relispartition', false)
}
