import type { Knex } from 'knex'
import { accountColumns, viewColumns } from '../account-columns.js'
import { ID } from './ids.js'

const shown = `${viewColumns('email', 'null::integer')}, i.first_name, i.last_name, i.phone_number`

/** Tables and columns named as the document's model table names them. */
export async function createUserLogin(db: Knex): Promise<void> {
  await db.raw(`
    create schema user_login;

    create table user_login.users (
      id ${ID},
      email text not null,
      hashed_password text not null,
      ${accountColumns}
    );
    create unique index users_name on user_login.users (canonical_name);

    create table user_login.user_info (
      id ${ID},
      user_id bigint not null unique references user_login.users on delete cascade,
      first_name text not null,
      last_name text not null,
      phone_number text not null
    );

    create view user_login.accounts as
      select ${shown}
      from user_login.users u
      left join user_login.user_info i on i.user_id = u.id
      where u.removed_at is null;

    create view user_login.callers as
      select ${shown}, u.kept_token, array[]::text[] as rights
      from user_login.users u
      left join user_login.user_info i on i.user_id = u.id
      where u.removed_at is null;
  `)
}
