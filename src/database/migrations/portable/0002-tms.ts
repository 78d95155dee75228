import type { Knex } from 'knex'
import { accountColumns } from '../account-columns.js'
import { createIdViews } from '../id-views.js'
import { ID } from './ids.js'

export async function createTms(db: Knex): Promise<void> {
  await db.raw('create schema tms')
  await createUsers(db)
  await createTasks(db)
}

async function createUsers(db: Knex): Promise<void> {
  await db.raw(`
    create table tms.users (
      id ${ID},
      username text not null,
      password_hash text not null,
      ${accountColumns},
      nickname text not null default '',
      gender text not null default '保密' check (gender in ('男', '女', '保密')),
      telephone text not null default ''
    );
    create unique index users_name on tms.users (canonical_name);
    create index users_removed on tms.users (id) where removed_at is not null;
  `)
}

async function createTasks(db: Knex): Promise<void> {
  await db.raw(`
    create table tms.tasks (
      id ${ID},
      description text not null,
      detail text not null default '',
      type text not null default '',
      price numeric(10, 2) not null default 0 check (price >= 0),
      status text not null default '待办' check (status in ('待办', '进行中', '已完成')),
      publisher_id bigint not null references tms.users,
      assignee_id bigint references tms.users,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index tasks_publisher on tms.tasks (publisher_id, id);
    create index tasks_assignee on tms.tasks (assignee_id, id);
    create index tasks_status on tms.tasks (status, id);
    create index tasks_type on tms.tasks (type, id);
    -- As tms.task_groups has it.
    create index tasks_assignee_key on tms.tasks (coalesce(assignee_id::text, ''));

    ${createIdViews('bigint', 'tms.')}
  `)
}
