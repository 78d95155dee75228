import type { Knex } from 'knex'

/**
 * The audit trail in partitions by month (UTC), each as append-only as the whole. The rows there are become the first
 * partition, which ends with the month of the newest of them, or of now. `audit.parts` names the partitions: their next
 * one begins where the last one ends. `audit.events_rest` takes what no month does, so that an insert never fails.
 */
export async function partAudit(db: Knex): Promise<void> {
  const {
    rows: [sequence]
  } = await db.raw<{ rows: { last_value: number; is_called: boolean }[] }>(
    'select last_value, is_called from audit.events_id_seq'
  )
  const { last_value: last, is_called: isCalled } = sequence!
  await db.raw(MAKE_TRAIL)
  await db.raw(`select setval('audit.events_id_seq', ?, ?)`, [last, isCalled])
  await db.raw(`insert into audit.progress values (?)`, [isCalled ? last : 0])
  for (const columns of [[], ['action'], ['actor_name'], ['action', 'actor_name']]) await db.raw(marksOf(columns))
}

const MAKE_TRAIL = `
  drop trigger append_only on audit.events;
  alter table audit.events rename to events_first;
  alter table audit.events_first alter id drop identity, drop constraint events_pkey;
  drop index audit.events_realm;

  create table audit.events (
    id bigint generated always as identity,
    at timestamptz not null default now(),
    realm text not null,
    action text not null,
    result text not null constraint events_result_check check (result in ('done', 'failed')),
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

  create table audit.parts (
    name text primary key,
    ends timestamptz not null unique,
    archived_at timestamptz,
    -- The highest id in it, known when it is archived.
    last_id bigint
  );

  create function audit.refuse_changes_of(part text) returns void language plpgsql as $$
    begin
      execute format('create trigger append_only before update or delete or truncate on audit.%I
        for each statement execute function audit.refuse_change()', part);
    end
  $$;

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

  insert into audit.parts select 'events_first',
    (date_trunc('month', greatest(now(), max(at)) at time zone 'UTC') + interval '1 month') at time zone 'UTC'
    from audit.events_first;
  do $$
    begin
      execute format('alter table audit.events attach partition audit.events_first for values from (minvalue) to (%L)',
        (select ends from audit.parts));
    end
  $$;
  create table audit.events_rest partition of audit.events default;
  select audit.refuse_changes_of(part) from unnest(array['events', 'events_first', 'events_rest']) part;

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
`

function marksOf(columns: string[]): string {
  const action = columns.includes('action') ? 'action' : `''`
  const actor = columns.includes('actor_name') ? 'actor_name' : `''`
  return `
    insert into audit.marks
    select realm, action, actor, id from (
      select realm, ${action} as action, ${actor} as actor, id,
        row_number() over (partition by ${['realm', ...columns].join(', ')} order by id) as number
      from audit.events where ${actor} is not null
    ) numbered where number % 1000 = 0`
}
