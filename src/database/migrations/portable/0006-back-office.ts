import type { Knex } from 'knex'
import { MUST_ENROL } from '../0017-second-factor.js'
import { accountColumns, viewColumns } from '../account-columns.js'

const shown = `${viewColumns('name', 'u.role_id')}, u.mobile, u.email, r.name as role_name`

export async function createBackOffice(db: Knex): Promise<void> {
  await db.raw(`
    create schema back_office;

    create table back_office.roles (
      id integer primary key,
      name text not null unique,
      description text not null,
      second_factor boolean not null default false
    );
    insert into back_office.roles (id, name, description) values (1, 'admin', '拥有全部权限'), (2, 'viewer', '可以查看管理员和角色');

    create table back_office.admins (
      id text primary key,
      name text not null,
      password_hash text not null,
      ${accountColumns},
      role_id integer not null default 2 references back_office.roles,
      mobile text not null default '',
      email text not null default '',
      second_factor boolean not null default false
    );
    create unique index admins_name on back_office.admins (canonical_name);
    create index admins_role on back_office.admins (role_id) where removed_at is null;

    create view back_office.accounts as
      select ${shown}
      from back_office.admins u
      join back_office.roles r on r.id = u.role_id
      where u.removed_at is null;

    create view back_office.callers as
      select ${shown},
        u.kept_token, case u.role_id when 1 then array['*'] else array['admins:read', 'roles:read'] end as rights,
        ${MUST_ENROL}
      from back_office.admins u
      join back_office.roles r on r.id = u.role_id
      where u.removed_at is null;
  `)
}
