import type { Knex } from 'knex'
import { accountColumns, viewColumns } from '../account-columns.js'
import { ID } from './ids.js'

const shown = `${viewColumns('username', 'u.role_id')}, u.points`

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

    create view waste_sorting.accounts as
      select ${shown} from waste_sorting.users u where u.removed_at is null;

    create view waste_sorting.callers as
      select ${shown}, u.kept_token, case u.role_id when 1 then array['*'] else array[]::text[] end as rights
      from waste_sorting.users u
      where u.removed_at is null;
  `)
}
