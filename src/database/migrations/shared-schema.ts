import type { Knex } from 'knex'

/** The schema of what the realms share, and of Knex's own bookkeeping. Nothing of ours is in `public`. */
export const SHARED_SCHEMA = 'quintet'

/** What the first versions made in `public`, by the migration that made it. */
const MADE_IN_PUBLIC = {
  '0001-tokens': ['table public.revoked_tokens', 'table public.rate_limits'],
  '0008-imports': ['table public.imports'],
  '0009-account-counts': [
    'table public.account_counts',
    'function public.count_accounts(text, integer, integer)',
    'function public.count_new_accounts()',
    'function public.count_changed_account()'
  ]
}

/**
 * Makes the schema that migrations work in, or moves into it what an earlier version made in `public`. Until the end of
 * the transaction, names without a schema stand for what is in it, and for the extension pg_trgm wherever it is
 * installed; where it is not, it will be installed in it.
 */
export async function prepareSharedSchema(transaction: Knex.Transaction): Promise<void> {
  const { made, moves, trigrams } = await readCatalog(transaction)
  if (!made) await transaction.raw(`create schema ${SHARED_SCHEMA}`)
  if (moves) await moveFromPublic(transaction)
  const path = trigrams === null ? SHARED_SCHEMA : `${SHARED_SCHEMA}, ${trigrams}`
  await transaction.raw(`set local search_path = ${path}`)
  // Functions of an early migration name tables by `public`; a later one replaces them.
  await transaction.raw('set local check_function_bodies = off')
}

interface Catalog {
  made: boolean
  /** Whether `public` may hold what an earlier version made: there is a list of migrations that this role may read. */
  moves: boolean
  /** The schema of pg_trgm, quoted. */
  trigrams: string | null
}

async function readCatalog(transaction: Knex.Transaction): Promise<Catalog> {
  const { rows } = await transaction.raw<{ rows: [Catalog & { readable: boolean }] }>(`
    select to_regnamespace('${SHARED_SCHEMA}') is not null as made,
      (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
        where extname = 'pg_trgm') as trigrams,
      to_regclass('${SHARED_SCHEMA}.knex_migrations') is null and exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relname = 'knex_migrations' and c.relkind = 'r'
          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
      ) as moves`)
  return rows[0]
}

/** Other programs use Knex as well: the list is ours when it has our first migration, whatever columns others have. */
async function moveFromPublic(transaction: Knex.Transaction): Promise<void> {
  const { rows } = await transaction.raw<{ rows: { name: string | null }[] }>(
    `select to_jsonb(m) ->> 'name' as name from public.knex_migrations m`
  )
  const applied = new Set(rows.map(({ name }) => name))
  if (!applied.has('0001-tokens')) return
  const made = Object.entries(MADE_IN_PUBLIC).flatMap(([name, objects]) => (applied.has(name) ? objects : []))
  const bookkeeping = ['table public.knex_migrations', 'table public.knex_migrations_lock']
  for (const object of [...bookkeeping, ...made]) {
    await transaction.raw(`alter ${object} set schema ${SHARED_SCHEMA}`)
  }
}
