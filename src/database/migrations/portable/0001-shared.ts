import type { Knex } from 'knex'
import { FACTOR_TABLES } from '../0017-second-factor.js'
import { foldFunction } from './fold-function.js'

/** What all realms share; `quintet.locks` is made by whoever locks the migrations. */
export async function createShared(db: Knex): Promise<void> {
  await db.raw(foldFunction())
  await db.raw(`
    create table quintet.revoked_tokens (
      jti uuid primary key,
      expires_at timestamptz not null
    );
    create index revoked_tokens_expires_at on quintet.revoked_tokens (expires_at);

    create table quintet.rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    ${FACTOR_TABLES}
  `)
}
