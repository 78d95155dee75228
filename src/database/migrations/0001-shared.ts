import type { Knex } from 'knex'

/** Tables that all realms share: tokens revoked before they expire, and counters of failed attempts. */
export async function createShared(db: Knex): Promise<void> {
  await db.raw(`
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
