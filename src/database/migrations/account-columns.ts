/*
 * What every realm has in common. Released migrations use these texts: a change goes into a new migration, never here.
 */

/** What ids that the database counts are: `bigint` from 0020 on. */
export type IdType = 'integer' | 'bigint'

/**
 * The columns of every table of accounts beside its own id, login name and password hash. `canonical_name` is null once
 * the account is removed, which frees the name; `generation` counts up whenever the tokens of the account end, all but
 * `kept_token`; `activated_at` is the first login; `version` counts the changes.
 */
export const accountColumns = `
      canonical_name text,
      disabled boolean not null default false,
      generation integer not null default 0,
      kept_token uuid,
      activated_at timestamptz,
      version integer not null default 0,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      removed_at timestamptz`

/**
 * The columns that the views `accounts` and `callers` begin with, of a table of accounts named `u`: `name` is its column
 * of the login name, `role` the SQL of the role's id.
 */
export function viewColumns(name: string, role: string): string {
  return `u.id, u.${name} as name, u.disabled, u.generation, ${role} as role_id, u.created_at, u.updated_at, u.version`
}
