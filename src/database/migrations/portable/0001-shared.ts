import type { Knex } from 'knex'
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

    create table quintet.second_factors (
      realm text not null,
      account_id text not null,
      secret text not null,
      enabled_at timestamptz,
      last_step bigint not null default 0,
      primary key (realm, account_id)
    );
    create table quintet.recovery_codes (
      realm text not null,
      account_id text not null,
      hash text not null,
      primary key (realm, account_id, hash),
      foreign key (realm, account_id) references quintet.second_factors on delete cascade
    );
  `)
}
