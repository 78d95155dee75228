// The statements of all peers; the benchmark passes them to those that are not in JavaScript.

/** Columns that decide whether a token holds. */
const TOKEN = 'u.disabled, u.generation, u.kept_token, r.jti is not null as revoked'

/** `$1`: id, `$2`: jti. */
const caller = (columns, table, more = '') => `
  select ${columns}, ${TOKEN}
  from ${table} u ${more}
  left join quintet.revoked_tokens r on r.jti = $2
  where u.id = $1 and u.removed_at is null`

/** Those of each realm. */
export const callers = {
  tms: caller('u.id, u.username, u.created_at, u.updated_at, u.nickname, u.gender, u.telephone', 'tms.users'),
  julong: caller(
    `u.role_id, u.role_id = 0 or exists (
      select from julong.role_rights g join julong.rights t on t.id = g.right_id
      where g.role_id = u.role_id and t.code = 'users:read') as may_read`,
    'julong.users'
  ),
  'waste-sorting': caller('u.role_id', 'waste_sorting.users'),
  'user-login': caller(
    'u.email, i.first_name, i.last_name, i.phone_number',
    'user_login.users',
    'left join user_login.user_info i on i.user_id = u.id'
  )
}

/** All tms callers of `$1` (ids) and `$2` (jtis), in their order; planned once, for the arrays hide their lengths. */
export const manyTmsCallers = `
  select u.id, u.username, u.created_at, u.updated_at, u.nickname, u.gender, u.telephone, ${TOKEN}
  from unnest((select $1::bigint[]), (select $2::uuid[])) with ordinality as input (id, jti, position)
  left join tms.users u on u.id = input.id and u.removed_at is null
  left join quintet.revoked_tokens r on r.jti = input.jti
  order by input.position`

const TASK = `
  t.id, t.description, t.detail, t.type, t.price::float8 as price, t.status,
  p.username as publisher, a.username as assignee, t.created_at, t.updated_at`
const NAMES = `
  join tms.users p on p.id = t.publisher_id
  left join tms.users a on a.id = t.assignee_id and a.removed_at is null`

export const statements = {
  countTasks: 'select count(*)::integer as total from tms.tasks',
  pageOfTasks: `select ${TASK} from tms.tasks t ${NAMES} order by t.id limit $1 offset $2`,
  tmsIdByName: 'select id from tms.users where canonical_name = $1',
  addTask: `
    with t as (
      insert into tms.tasks (description, detail, type, price, status, publisher_id, assignee_id)
      values ($1, $2, $3, $4::float8, $5, $6, $7) returning *
    )
    select ${TASK} from t ${NAMES}`,
  tmsCredentials: `
    select id, username, password_hash, generation, disabled
    from tms.users where canonical_name = $1 and removed_at is null`,
  // `$1`: jti, `$2`: id of the account, `$3`: address, `$4`: user agent.
  addSession: `
    insert into quintet.sessions (id, realm, account_id, jti, begun_at, expires_at, address, user_agent)
    values ($1, 'tms', $2::bigint::text, $1, now(), now() + interval '1 day', $3, $4)`,
  countJulongUsers: 'select count(*)::integer as total from julong.users where removed_at is null',
  pageOfJulongUsers: `
    select u.id, u.username, u.mobile, u.type, u.email, u.created_at, u.disabled, o.name as role_name
    from julong.users u join julong.roles o on o.id = u.role_id
    where u.removed_at is null order by u.id limit $1 offset $2`,
  wasteUser:
    'select id, username, role_id, points, disabled from waste_sorting.users where id = $1 and removed_at is null',
  allTmsUsers: `
    select id, username, created_at, updated_at, nickname, gender, telephone
    from tms.users where removed_at is null order by id`
}
