import type { Knex } from 'knex'

/**
 * How many tasks there are, per block of 4,000 ids, kept as the counts of accounts are: the total of all tasks and far
 * pages of them are read from here.
 */
export async function createTaskCounts(db: Knex): Promise<void> {
  await db.raw(`
    create table tms.task_counts (
      block integer not null,
      shard smallint not null,
      tasks integer not null,
      primary key (block, shard)
    ) with (fillfactor = 50);

    create function tms.count_tasks(block integer, change integer) returns void language sql as $$
      insert into tms.task_counts as c values (block, pg_backend_pid() % 8, change)
      on conflict on constraint task_counts_pkey do update set tasks = c.tasks + change
    $$;

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
    insert into tms.task_counts select id / 4000, 0, count(*) from tms.tasks group by id / 4000;
  `)
}
