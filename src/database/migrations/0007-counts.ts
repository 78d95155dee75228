import type { Knex } from 'knex'
import type { IdType } from './account-columns.js'

/** The tables of accounts whose totals and far pages are read from counts, by realm. */
export const COUNTED = {
  tms: 'tms.users',
  julong: 'julong.users',
  'waste-sorting': 'waste_sorting.users',
  'user-login': 'user_login.users'
}

/** The functions and the trigger whose form depends on the type of ids. */
export const createCountAccounts = (id: IdType): string => `
    create function quintet.count_accounts(realm text, block ${id}, change integer) returns void language sql as $$
      insert into quintet.account_counts as c values (realm, block, pg_backend_pid() % 8, change)
      on conflict on constraint account_counts_pkey do update set accounts = c.accounts + change
    $$;`

export const createCountTasks = (id: IdType): string => `
    create function tms.count_tasks(block ${id}, change integer) returns void language sql as $$
      insert into tms.task_counts as c values (block, pg_backend_pid() % 8, change)
      on conflict on constraint task_counts_pkey do update set tasks = c.tasks + change
    $$;`

export const createCountChanged = (realm: string, table: string): string => `
      create trigger count_changed after delete or update of id, removed_at on ${table}
        for each row execute function quintet.count_changed_account('${realm}');`

/**
 * How many rows there are per block of 4,000 ids, kept by triggers within the change itself: totals and far pages are
 * read from here instead of counted. A block has up to 8 rows, so that inserts at the same moment mostly do not wait
 * for each other; their sum is the count.
 */
export async function createCounts(db: Knex): Promise<void> {
  await createAccountCounts(db)
  await createTaskCounts(db)
}

/** Of accounts, those that are not removed. */
async function createAccountCounts(db: Knex): Promise<void> {
  await db.raw(`
    create table account_counts (
      realm text not null,
      block integer not null,
      shard smallint not null,
      accounts integer not null,
      primary key (realm, block, shard)
    ) with (fillfactor = 50);

    ${createCountAccounts('integer')}

    create function count_new_accounts() returns trigger language plpgsql as $$
      begin
        perform quintet.count_accounts(tg_argv[0], block, change::integer)
        from (
          select id / 4000 as block, count(*) as change from added where removed_at is null
          group by id / 4000 order by id / 4000
        ) blocks;
        return null;
      end
    $$;

    create function count_changed_account() returns trigger language plpgsql as $$
      begin
        if old.removed_at is null then
          perform quintet.count_accounts(tg_argv[0], old.id / 4000, -1);
        end if;
        if tg_op = 'UPDATE' then
          if new.removed_at is null then
            perform quintet.count_accounts(tg_argv[0], new.id / 4000, 1);
          end if;
        end if;
        return null;
      end
    $$;
  `)
  for (const [realm, table] of Object.entries(COUNTED)) {
    await db.raw(`
      create trigger count_new after insert on ${table}
        referencing new table as added for each statement execute function count_new_accounts('${realm}');
      ${createCountChanged(realm, table)}
    `)
  }
}

async function createTaskCounts(db: Knex): Promise<void> {
  await db.raw(`
    create table tms.task_counts (
      block integer not null,
      shard smallint not null,
      tasks integer not null,
      primary key (block, shard)
    ) with (fillfactor = 50);

    ${createCountTasks('integer')}

    create function tms.count_changed_tasks() returns trigger language plpgsql as $$
      begin
        perform tms.count_tasks(block, change::integer)
        from (
          select id / 4000 as block, case tg_op when 'DELETE' then -count(*) else count(*) end as change
          from changed group by id / 4000 order by id / 4000
        ) blocks;
        return null;
      end
    $$;

    create function tms.forget_task_counts() returns trigger language plpgsql as $$
      begin
        delete from tms.task_counts;
        return null;
      end
    $$;

    create trigger count_new after insert on tms.tasks
      referencing new table as changed for each statement execute function tms.count_changed_tasks();
    create trigger count_removed after delete on tms.tasks
      referencing old table as changed for each statement execute function tms.count_changed_tasks();
    create trigger forget_counts after truncate on tms.tasks
      for each statement execute function tms.forget_task_counts();
  `)
}
