import type { Knex } from 'knex'
import { accountColumns } from '../account-columns.js'
import { createIdViews } from '../id-views.js'
import { ID } from './ids.js'

export async function createWasteSorting(db: Knex): Promise<void> {
  await db.raw(`
    create schema waste_sorting;

    create table waste_sorting.users (
      id ${ID},
      username text not null,
      password_hash text not null,
      ${accountColumns},
      role_id integer not null default 0 check (role_id in (0, 1)),
      points integer not null default 0
    );
    create unique index users_name on waste_sorting.users (canonical_name);
    create index users_administrators on waste_sorting.users (role_id) where role_id = 1;

    ${createIdViews('bigint', 'waste_sorting.')}
  `)
}
