import type { Knex } from 'knex'

/** What the realms share: tokens that ended before their time, and the counters of failed attempts. */
export async function createTokens(db: Knex): Promise<void> {
  await db.raw(`
    create extension if not exists pg_trgm;

    create table revoked_tokens (
      jti uuid primary key,
      expires_at timestamptz not null
    );
    create index revoked_tokens_expires_at on revoked_tokens (expires_at);

    create unlogged table rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
  `)
}
