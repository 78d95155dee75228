import type { Knex } from 'knex'

/** The schema of what the realms share, and of Knex's own bookkeeping. Nothing of ours is in `public`. */
export const SHARED_SCHEMA = 'quintet'

/**
 * Makes the schema that migrations work in. Until the end of the transaction, names without a schema refer to what is
 * in it, and for the extension pg_trgm wherever it is installed; where it is not, it will be installed in it.
 */
export async function prepareSharedSchema(transaction: Knex.Transaction): Promise<void> {
  const { rows } = await transaction.raw<{ rows: [{ made: boolean; path: string }] }>(`
    select to_regnamespace('${SHARED_SCHEMA}') is not null as made, concat_ws(', ', '${SHARED_SCHEMA}', (
      select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where extname = 'pg_trgm'
    )) as path`)
  const [{ made, path }] = rows
  // A role that may not create schemas can migrate where it is made already.
  if (!made) await transaction.raw(`create schema ${SHARED_SCHEMA}`)
  await transaction.raw(`set local search_path = ${path}`)
}
