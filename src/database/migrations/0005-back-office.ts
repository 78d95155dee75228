import type { Knex } from 'knex'
import { accountColumns } from './account-columns.js'

export async function createBackOffice(db: Knex): Promise<void> {
  await db.raw(`
    create schema back_office;

    create table back_office.roles (
      id integer primary key,
      name text not null unique,
      description text not null
    );
    insert into back_office.roles (id, name, description) values (1, 'admin', '拥有全部权限'), (2, 'viewer', '可以查看管理员和角色');

    create table back_office.admins (
      id text primary key,
      name text not null,
      password_hash text not null,
      ${accountColumns},
      role_id integer not null default 2 references back_office.roles,
      mobile text not null default '',
      email text not null default ''
    );
    create unique index admins_name on back_office.admins (canonical_name);
    create index admins_role on back_office.admins (role_id) where removed_at is null;
    create index admins_search on back_office.admins
      using gin (name gin_trgm_ops, mobile gin_trgm_ops, email gin_trgm_ops) where removed_at is null;

    create view back_office.accounts as
      select a.id, a.name, a.disabled, a.generation, a.role_id, a.created_at, a.updated_at, a.version,
        a.mobile, a.email, r.name as role_name
      from back_office.admins a
      join back_office.roles r on r.id = a.role_id
      where a.removed_at is null;

    create view back_office.callers as
      select a.*, u.kept_token, case a.role_id when 1 then array['*'] else array['admins:read', 'roles:read'] end as rights
      from back_office.accounts a
      join back_office.admins u on u.id = a.id;
  `)
}
