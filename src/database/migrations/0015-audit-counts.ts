import type { Knex } from 'knex'

/** What counts by time, and pages of a period or of a result, are read from. */
export async function countAuditEntries(db: Knex): Promise<void> {
  await createCounts(db)
  await distinguishResults(db)
}

async function createCounts(db: Knex): Promise<void> {
  await db.raw(`
    -- How many entries have been done and have failed by the end of a quarter of an hour that has entries, from the first
    -- one on. slot is when it begins; the action '' stands for all of them.
    create table audit.counts (
      realm text not null,
      action text not null,
      slot timestamptz not null,
      done bigint not null,
      failed bigint not null,
      primary key (realm, action, slot)
    );
    -- The entries up to this id are counted.
    create table audit.counted as select id from audit.progress;
    alter table audit.counted alter column id set not null;

    insert into audit.counts (realm, action, slot, done, failed)
      select realm, action, slot, sum(done) over upwards, sum(failed) over upwards
      from (
        select realm, coalesce(action, '') as action, slot,
          count(*) filter (where result = 'done') as done, count(*) filter (where result = 'failed') as failed
        from (
          select realm, action, result, date_bin('15 minutes', at, 'epoch') as slot
          from audit.events where id <= (select id from audit.counted)
        ) entries
        group by grouping sets ((realm, action, slot), (realm, slot))
      ) slots
      window upwards as (partition by realm, action order by slot);

    -- The first and the last time in each 2,000 ids that are counted; id is the last of them.
    create table audit.blocks (id bigint primary key, first_at timestamptz not null, last_at timestamptz not null);
    insert into audit.blocks
      select (id + 1999) / 2000 * 2000, min(at), max(at)
      from audit.events where id <= (select id from audit.counted) group by 1;
  `)
}

/** Marks of the entries of a result; the server sets those of the entries that exist with its next ones. */
async function distinguishResults(db: Knex): Promise<void> {
  await db.raw(`
    alter table audit.marks add column result text not null default '', drop constraint marks_pkey,
      add primary key (realm, action, actor, result, id);
    -- Failures are few, and far apart.
    create index events_failed on audit.events (realm, id) where result = 'failed';
    create index events_failed_action on audit.events (realm, action, id) where result = 'failed';
    create index events_failed_actor on audit.events (realm, actor_key, id)
      where result = 'failed' and actor_key is not null;
  `)
}
