/**
 * The columns that every realm's table of accounts has beside its own id, login name and password hash.
 * `canonical_name` is null once the account is removed, which frees the name; `generation` counts up whenever the
 * tokens of the account end, all but `kept_token`; `activated_at` is the first login; `version` counts the changes.
 * Released migrations use this text: a change goes into a new migration, never here.
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
