import { viewColumns, type IdType } from './account-columns.js'
import { MUST_ENROL } from './0017-second-factor.js'

const tms = (id: IdType): string => `${viewColumns('username', `null::${id}`)}, u.nickname, u.gender, u.telephone`
const wasteSorting = `${viewColumns('username', 'u.role_id')}, u.points`
const userLogin = (id: IdType): string =>
  `${viewColumns('email', `null::${id}`)}, i.first_name, i.last_name, i.phone_number`
const julong = `${viewColumns('username', 'u.role_id')},
        u.mobile, u.email, u.type, u.openid, u.activated_at is not null as is_active`

/** Part of the text of 0020 and of the portable schema: the views that show ids, in an order in which they can be made. */
export function idViews(id: IdType): Record<string, string> {
  return {
    'tms.accounts': `select ${tms(id)} from tms.users u where u.removed_at is null`,
    'tms.callers': `
      select ${tms(id)}, u.kept_token, array[]::text[] as rights from tms.users u where u.removed_at is null`,
    'tms.named_tasks': `
      select t.id, t.description, t.detail, t.type, t.price::float8 as price, t.status,
        t.publisher_id, p.username as publisher, a.id as assignee_id, a.name as assignee, t.created_at, t.updated_at
      from tms.tasks t
      join tms.users p on p.id = t.publisher_id
      left join tms.accounts a on a.id = t.assignee_id`,
    'julong.accounts': `
      select ${julong}, (select r.name from julong.roles r where r.id = u.role_id) as role_name
      from julong.users u where u.removed_at is null`,
    'julong.callers': `
      select ${julong}, r.name as role_name,
        u.kept_token, case
          when u.role_id = 0 then array['*']
          else array(
            select r.code from julong.role_rights g join julong.rights r on r.id = g.right_id
            where g.role_id = u.role_id and r.code is not null
          )
        end as rights,
        ${MUST_ENROL}
      from julong.users u join julong.roles r on r.id = u.role_id where u.removed_at is null`,
    'waste_sorting.accounts': `select ${wasteSorting} from waste_sorting.users u where u.removed_at is null`,
    'waste_sorting.callers': `
      select ${wasteSorting}, u.kept_token,
        case u.role_id when 1 then array['*'] else array[]::text[] end as rights
      from waste_sorting.users u where u.removed_at is null`,
    'user_login.accounts': `
      select ${userLogin(id)}
      from user_login.users u left join user_login.user_info i on i.user_id = u.id where u.removed_at is null`,
    'user_login.callers': `
      select ${userLogin(id)}, u.kept_token, array[]::text[] as rights
      from user_login.users u left join user_login.user_info i on i.user_id = u.id where u.removed_at is null`
  }
}

/** Creates them: all, or those of one schema. */
export function createIdViews(id: IdType, schema = ''): string {
  return Object.entries(idViews(id))
    .filter(([name]) => name.startsWith(schema))
    .map(([name, query]) => `create view ${name} as ${query};`)
    .join('\n')
}
