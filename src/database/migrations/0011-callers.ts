import type { Knex } from 'knex'

/** Columns that each view `accounts` has first. `role_id` is the realm's own. */
const account = (name: string, role: string): string =>
  `u.id, u.${name} as name, u.disabled, u.generation, ${role} as role_id, u.created_at, u.updated_at, u.version`

/** The views `callers` as they were, read from the table of accounts once and not twice. */
export async function readCallersOnce(db: Knex): Promise<void> {
  await db.raw(`
    create or replace view tms.callers as
      select ${account('username', 'null::integer')}, u.nickname, u.gender, u.telephone,
        u.kept_token, array[]::text[] as rights
      from tms.users u
      where u.removed_at is null;

    create or replace view julong.callers as
      select ${account('username', 'u.role_id')}, u.mobile, u.email, u.type, u.openid,
        u.activated_at is not null as is_active,
        (select r.name from julong.roles r where r.id = u.role_id) as role_name,
        u.kept_token, case
          when u.role_id = 0 then array['*']
          else array(
            select r.code from julong.role_rights g join julong.rights r on r.id = g.right_id
            where g.role_id = u.role_id and r.code is not null
          )
        end as rights
      from julong.users u
      where u.removed_at is null;

    create or replace view waste_sorting.callers as
      select ${account('username', 'u.role_id')}, u.points,
        u.kept_token, case u.role_id when 1 then array['*'] else array[]::text[] end as rights
      from waste_sorting.users u
      where u.removed_at is null;

    create or replace view back_office.callers as
      select ${account('name', 'u.role_id')}, u.mobile, u.email, r.name as role_name,
        u.kept_token, case u.role_id when 1 then array['*'] else array['admins:read', 'roles:read'] end as rights
      from back_office.admins u
      join back_office.roles r on r.id = u.role_id
      where u.removed_at is null;

    create or replace view user_login.callers as
      select ${account('email', 'null::integer')}, i.first_name, i.last_name, i.phone_number,
        u.kept_token, array[]::text[] as rights
      from user_login.users u
      left join user_login.user_info i on i.user_id = u.id
      where u.removed_at is null;
  `)
}
