import type { Knex } from 'knex'
import { accountColumns } from '../account-columns.js'
import { createIdViews } from '../id-views.js'
import { ID } from './ids.js'

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

    ${createIdViews('bigint', 'user_login.')}
  `)
}
