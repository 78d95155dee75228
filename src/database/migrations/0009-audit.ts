import type { Knex } from 'knex'

/**
 * An audit trail to which rows are only ever added, in partitions by month (UTC), each as append-only as the whole.
 * `audit.parts` names the partitions: the first ends with the month of the migration, and the next one begins where the
 * last one ends. `audit.events_rest` takes what no month does, so that an insert never fails.
 */
export async function createAudit(db: Knex): Promise<void> {
  await createEvents(db)
  await createPartitions(db)
  await createMarks(db)
}

async function createEvents(db: Knex): Promise<void> {
  await db.raw(`
    create schema audit;

    create table audit.events (
      id bigint generated always as identity,
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
      primary key (at, id)
    ) partition by range (at);
    create index events_realm on audit.events (realm, id);
    create index events_action on audit.events (realm, action, id);
    create index events_actor on audit.events (realm, actor_name, id) where actor_name is not null;
    create index events_actor_action on audit.events (realm, actor_name, action, id) where actor_name is not null;
    create index events_target on audit.events (realm, target_name, id) where target_name is not null;

    create function audit.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit trail can only be added to';
    end $$;

    create function audit.refuse_changes_of(part text) returns void language plpgsql as $$
      begin
        execute format('create trigger append_only before update or delete or truncate on audit.%I
          for each statement execute function audit.refuse_change()', part);
      end
    $$;
  `)
}

async function createPartitions(db: Knex): Promise<void> {
  await db.raw(`
    create table audit.parts (
      name text primary key,
      ends timestamptz not null unique,
      archived_at timestamptz,
      -- The highest id in it, known when it is archived.
      last_id bigint
    );
    insert into audit.parts values
      ('events_first', (date_trunc('month', now() at time zone 'UTC') + interval '1 month') at time zone 'UTC');

    create function audit.add_months(ahead interval) returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
      declare
        first timestamp;
        part text;
      begin
        if (select max(ends) from audit.parts) > now() + ahead then
          return;
        end if;
        lock table audit.parts in share row exclusive mode;
        loop
          select max(ends) at time zone 'UTC' into first from audit.parts;
          exit when first > (now() + ahead) at time zone 'UTC';
          part := 'events_' || to_char(first, 'YYYY_MM');
          execute format('create table audit.%I partition of audit.events for values from (%L) to (%L)',
            part, first || '+00', first + interval '1 month' || '+00');
          perform audit.refuse_changes_of(part);
          insert into audit.parts values (part, (first + interval '1 month') at time zone 'UTC');
        end loop;
      end
    $$;

    do $$
      begin
        execute format('create table audit.events_first partition of audit.events for values from (minvalue) to (%L)',
          (select ends from audit.parts));
      end
    $$;
    create table audit.events_rest partition of audit.events default;
    select audit.refuse_changes_of(part) from unnest(array['events', 'events_first', 'events_rest']) part;
  `)
}

/** What totals and far pages of the trail are read from. */
async function createMarks(db: Knex): Promise<void> {
  await db.raw(`
    -- The id of every thousandth entry of a realm, of its action, of its actor and of both; '' stands for all of them.
    create table audit.marks (
      realm text not null,
      action text not null,
      actor text not null,
      id bigint not null,
      primary key (realm, action, actor, id)
    );
    -- The entries up to this id have their marks.
    create table audit.progress (id bigint not null);
    insert into audit.progress values (0);
  `)
}
