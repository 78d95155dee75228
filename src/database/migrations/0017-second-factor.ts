import type { Knex } from 'knex'
import { viewColumns } from './account-columns.js'

/** A secret that is encrypted, enabled once a code of it was given, with the time step of the code used last; recovery codes as SHA-256 hashes. */
export const FACTOR_TABLES = `
    create table quintet.second_factors (
      realm text not null,
      account_id text not null,
      secret text not null,
      enabled_at timestamptz,
      last_step bigint not null default 0,
      primary key (realm, account_id)
    );
    create table quintet.recovery_codes (
      realm text not null,
      account_id text not null,
      hash text not null,
      primary key (realm, account_id, hash),
      foreign key (realm, account_id) references quintet.second_factors on delete cascade
    );`

/** Of julong, as `RIGHTS`. */
export const FACTOR_RIGHTS = `
      (165, 110, 2, '解除两步验证', 'users', 7, 'users:remove-second-factor'),
      (166, 111, 2, '设置角色两步验证', 'roles', 8, 'roles:second-factor')`

/**
 * The second factors of accounts. Accounts have `second_factor` while theirs is enabled, roles where they require one, so
 * that `callers` has without another table who must enrol.
 */
export async function createSecondFactors(db: Knex): Promise<void> {
  await db.raw(`
    ${FACTOR_TABLES}

    alter table julong.users add column second_factor boolean not null default false;
    alter table julong.roles add column second_factor boolean not null default false;
    alter table back_office.admins add column second_factor boolean not null default false;
    alter table back_office.roles add column second_factor boolean not null default false;
  `)
  await addJulong(db)
  await addBackOffice(db)
}

/** Of a role `r` that requires a second factor, and an account `u` that has none enabled. */
export const MUST_ENROL = 'r.second_factor and not u.second_factor as must_enrol'

async function addJulong(db: Knex): Promise<void> {
  await db.raw(`
    insert into julong.rights (id, pid, level, name, path, sort, code) values ${FACTOR_RIGHTS};

    create or replace view julong.callers as
      select ${viewColumns('username', 'u.role_id')},
        u.mobile, u.email, u.type, u.openid, u.activated_at is not null as is_active,
        r.name as role_name,
        u.kept_token, case
          when u.role_id = 0 then array['*']
          else array(
            select r.code from julong.role_rights g join julong.rights r on r.id = g.right_id
            where g.role_id = u.role_id and r.code is not null
          )
        end as rights,
        ${MUST_ENROL}
      from julong.users u
      join julong.roles r on r.id = u.role_id
      where u.removed_at is null;
  `)
}

async function addBackOffice(db: Knex): Promise<void> {
  await db.raw(`
    create or replace view back_office.callers as
      select ${viewColumns('name', 'u.role_id')}, u.mobile, u.email, r.name as role_name,
        u.kept_token, case u.role_id when 1 then array['*'] else array['admins:read', 'roles:read'] end as rights,
        ${MUST_ENROL}
      from back_office.admins u
      join back_office.roles r on r.id = u.role_id
      where u.removed_at is null;
  `)
}
