import type { Knex } from 'knex'

/**
 * Receivers of the audit trail, and what is on its way to them. The entries themselves stay in the trail: a delivery names
 * one, and is deleted when it is made.
 */
export async function createWebhooks(db: Knex): Promise<void> {
  await db.raw(`
    create table quintet.webhooks (
      id bigint generated always as identity primary key,
      realm text not null,
      url text not null,
      -- Null for all.
      actions text[],
      -- Encrypted, as the one before it, which signs too until previous_until.
      secret text not null,
      previous_secret text,
      previous_until timestamptz,
      created_at timestamptz not null default now(),
      -- Entries up to this id are delivered, or are among the deliveries.
      position bigint not null,
      -- Attempts that failed since one succeeded, when the first of them did, and when the next may be.
      failures integer not null default 0,
      failing_since timestamptz,
      retry_at timestamptz not null default now(),
      paused_at timestamptz,
      paused_because text
    );

    create table quintet.webhook_deliveries (
      webhook_id bigint not null references quintet.webhooks on delete cascade,
      event_id bigint not null,
      event_at timestamptz not null,
      -- What the entry is about: its deliveries are made one after the other.
      account text not null,
      attempts integer not null default 0,
      next_attempt timestamptz not null default now(),
      last_error text,
      -- When it was given up.
      failed_at timestamptz,
      primary key (webhook_id, event_id)
    );
    create index webhook_deliveries_due on quintet.webhook_deliveries (webhook_id, next_attempt, event_id) where failed_at is null;
    create index webhook_deliveries_account on quintet.webhook_deliveries (webhook_id, account, event_id) where failed_at is null;
  `)
}

export async function dropWebhooks(db: Knex): Promise<void> {
  await db.raw('drop table quintet.webhook_deliveries, quintet.webhooks')
}
