import type { Knex } from 'knex'

export interface Grouped {
  realm: string
  table: string
  /** SQL of an account's points. */
  points: string
}

/** The tables of accounts that have roles. */
export const GROUPED: Grouped[] = [
  { realm: 'julong', table: 'julong.users', points: '0' },
  { realm: 'waste-sorting', table: 'waste_sorting.users', points: 'points' },
  { realm: 'back-office', table: 'back_office.admins', points: '0' }
]

/** What the trigger of an operation sees: rows that came count 1, rows that went −1. */
const CHANGED = {
  insert: 'select *, 1 as change from added',
  update: 'select *, 1 as change from added union all select *, -1 from removed',
  delete: 'select *, -1 as change from removed'
}

/**
 * How many accounts there are by role, state and points, and tasks by status, type and assignee, kept by triggers within
 * the change itself. A group has up to 8 rows, so that changes at the same moment mostly do not wait for each other; their
 * sum is the count. Each statement locks the rows that it changes in the order of their keys.
 */
export async function createGroups(db: Knex): Promise<void> {
  await createAccountGroups(db)
  await createTaskGroups(db)
}

/** Of accounts, those that are not removed. */
async function createAccountGroups(db: Knex): Promise<void> {
  await db.raw(`
    create table account_groups (
      realm text not null,
      role_id integer not null,
      disabled boolean not null,
      points_from integer not null,
      shard smallint not null,
      accounts integer not null,
      points bigint not null,
      primary key (realm, role_id, disabled, points_from, shard)
    ) with (fillfactor = 50);

    create function points_from(points integer) returns integer language sql immutable as $$
      select (array[0, 1, 100, 500, 1000, 5000, 10000])[
        width_bucket(points, array[1, 100, 500, 1000, 5000, 10000]) + 1
      ]
    $$;
  `)
  for (const grouped of GROUPED) {
    await db.raw(triggers(grouped.table, (changed) => addedToAccounts(grouped, changed)))
    // The triggers hold off other writers until the migration ends.
    await db.raw(addedToAccounts(grouped, `select *, 1 as change from ${grouped.table}`))
  }
}

function addedToAccounts({ realm, points }: Grouped, changed: string): string {
  return `
    insert into quintet.account_groups as g
    select '${realm}', role_id, disabled, quintet.points_from(${points}), pg_backend_pid() % 8,
      sum(change), sum(change * ${points}::bigint)
    from (${changed}) changed where removed_at is null
    group by 2, 3, 4 having sum(change) <> 0 or sum(change * ${points}::bigint) <> 0 order by 2, 3, 4
    on conflict on constraint account_groups_pkey
      do update set accounts = g.accounts + excluded.accounts, points = g.points + excluded.points`
}

async function createTaskGroups(db: Knex): Promise<void> {
  await db.raw(`
    create table tms.task_groups (
      kind text not null,
      key text not null,
      shard smallint not null,
      tasks integer not null,
      price numeric not null,
      primary key (kind, key, shard)
    ) with (fillfactor = 50);
    create index task_groups_most on tms.task_groups (tasks desc, key collate "C")
      where kind = 'assignee' and key <> '';
    create index users_removed on tms.users (id) where removed_at is not null;
  `)
  await db.raw(triggers('tms.tasks', addedToTasks))
  await db.raw(addedToTasks('select *, 1 as change from tms.tasks'))
  await db.raw(`
    create function tms.forget_task_groups() returns trigger language plpgsql as $$
      begin
        delete from tms.task_groups;
        return null;
      end
    $$;
    create trigger forget_groups after truncate on tms.tasks
      for each statement execute function tms.forget_task_groups();
  `)
}

/** An assignee has one row, for there may be as many of them as tasks. */
function addedToTasks(changed: string): string {
  return `
    insert into tms.task_groups as g
    select kind, key, case when kind = 'assignee' and key <> '' then 0 else pg_backend_pid() % 8 end,
      sum(change), sum(change * price)
    from (${changed}) changed cross join lateral (values
      ('assignee', coalesce(assignee_id::text, '')), ('status', status), ('type', type)
    ) of_task (kind, key)
    group by 1, 2 having sum(change) <> 0 or sum(change * price) <> 0 order by 1, 2
    on conflict on constraint task_groups_pkey
      do update set tasks = g.tasks + excluded.tasks, price = g.price + excluded.price`
}

/** Triggers of a table that run `write` once for each statement, with the rows that it changed. */
function triggers(table: string, write: (changed: string) => string): string {
  const name = table.replace('.', '.group_')
  return `
    create function ${name}() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then ${write(CHANGED.insert)};
        elsif tg_op = 'UPDATE' then ${write(CHANGED.update)};
        else ${write(CHANGED.delete)};
        end if;
        return null;
      end
    $$;
    create trigger group_new after insert on ${table}
      referencing new table as added for each statement execute function ${name}();
    create trigger group_changed after update on ${table}
      referencing new table as added old table as removed for each statement execute function ${name}();
    create trigger group_removed after delete on ${table}
      referencing old table as removed for each statement execute function ${name}();`
}
