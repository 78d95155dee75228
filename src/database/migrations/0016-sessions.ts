import type { Knex } from 'knex'

/** A row for each login whose token can be used or exchanged. Tokens of before go on without one. */
export async function createSessions(db: Knex): Promise<void> {
  await db.raw(`
    create table quintet.sessions (
      id uuid primary key,
      realm text not null,
      account_id text not null,
      -- The token in use: that of the login, or the last one that it was exchanged for.
      jti uuid not null,
      begun_at timestamptz not null,
      renewed_at timestamptz,
      -- The end of the token, and of the time in which it may be exchanged.
      expires_at timestamptz not null,
      address text,
      user_agent text
    );
    create index sessions_account on quintet.sessions (realm, account_id, begun_at);
    create index sessions_newest on quintet.sessions (realm, begun_at, id) include (expires_at);
    create index sessions_expires_at on quintet.sessions (expires_at);
  `)
}
