import type { Knex } from 'knex'

/** How many rows writers spread over, and how many milliseconds they lock the same one. */
const SLOTS = 8
const SLOT_MS = 250

/**
 * An audit trail in one table. Whoever adds to it locks a row of `audit.writers`, together with all others of the same
 * quarter of a second, and then gets an id. The row is free as soon as they have ended, for later ones lock another.
 */
export async function createAudit(db: Knex): Promise<void> {
  await db.raw('create schema audit')
  await createIds(db)
  await createEvents(db)
  await createSummaries(db)
}

async function createIds(db: Knex): Promise<void> {
  await db.raw(`
    create table audit.writers (slot integer primary key);
    insert into audit.writers values ${Array.from({ length: SLOTS }, (_, slot) => `(${slot})`).join(', ')};

    create sequence audit.events_id_seq maxvalue 9007199254740991;
    create function audit.next_id() returns bigint language sql volatile as $$
      select slot from audit.writers
        where slot = floor(extract(epoch from clock_timestamp()) * 1000 / ${SLOT_MS})::bigint % ${SLOTS} for key share;
      select nextval('audit.events_id_seq');
    $$;
  `)
}

async function createEvents(db: Knex): Promise<void> {
  await db.raw(`
    create table audit.events (
      id bigint default audit.next_id() primary key,
      at timestamptz not null default now(),
      realm text not null,
      action text not null,
      result text not null check (result in ('done', 'failed')),
      actor_id text,
      actor_name text,
      target_id text,
      target_name text,
      detail jsonb,
      address text,
      request_id text,
      actor_key text,
      target_key text
    );
    alter sequence audit.events_id_seq owned by audit.events.id;
    create index events_realm on audit.events (realm, id);
    create index events_action on audit.events (realm, action, id);
    create index events_actor on audit.events (realm, actor_key, id) where actor_key is not null;
    create index events_actor_action on audit.events (realm, actor_key, action, id) where actor_key is not null;
    create index events_target on audit.events (realm, target_key, id) where target_key is not null;
    create index events_failed on audit.events (realm, id) where result = 'failed';
    create index events_failed_action on audit.events (realm, action, id) where result = 'failed';
    create index events_failed_actor on audit.events (realm, actor_key, id)
      where result = 'failed' and actor_key is not null;
  `)
}

/** What totals, far pages and counts by time are read from, and up to which entry; as in the other schema. */
async function createSummaries(db: Knex): Promise<void> {
  await db.raw(`
    create table audit.marks (
      realm text not null,
      action text not null,
      actor text not null,
      id bigint not null,
      result text not null default '',
      primary key (realm, action, actor, result, id)
    );
    create table audit.progress (id bigint not null);
    insert into audit.progress values (0);

    create table audit.counts (
      realm text not null,
      action text not null,
      slot timestamptz not null,
      done bigint not null,
      failed bigint not null,
      primary key (realm, action, slot)
    );
    create table audit.counted (id bigint not null);
    insert into audit.counted values (0);
    create table audit.blocks (id bigint primary key, first_at timestamptz not null, last_at timestamptz not null);
  `)
}
