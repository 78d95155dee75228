import type { Knex } from 'knex'

/** A trail to which is only ever added: the server needs no more than `insert` and `select` on it. */
export async function createAudit(db: Knex): Promise<void> {
  await db.raw(`
    create schema audit;

    create table audit.events (
      id bigint generated always as identity primary key,
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
      request_id text
    );
    create index events_realm on audit.events (realm, id);

    create function audit.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit trail can only be added to';
    end $$;
    create trigger append_only before update or delete or truncate on audit.events
      for each statement execute function audit.refuse_change();

    insert into julong.rights (id, pid, level, name, path, sort, code)
      values (113, 103, 1, '操作日志', 'audit', 3, 'audit:read');
  `)
}
