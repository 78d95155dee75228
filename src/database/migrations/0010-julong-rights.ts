import type { Knex } from 'knex'

/** What a role gets for each right that it held: right before, right now. Reading was a right of the menus until here. */
const MOVED: [before: number, now: number][] = [
  [125, 125],
  [110, 110],
  [110, 136],
  [131, 131],
  [132, 133],
  [133, 159],
  [134, 132],
  [135, 137],
  [103, 103],
  [111, 111],
  [111, 138],
  [111, 139],
  [112, 112],
  [112, 147],
  [113, 160],
  [113, 161],
  [141, 129],
  [142, 140],
  [143, 130],
  [144, 134],
  [144, 135]
]

/** Id, parent, level, name, path, order and code of each. */
export const RIGHTS = `
      (125, 0, 0, '用户管理', 'users', 1, null),
      (103, 0, 0, '权限管理', 'rights', 2, null),
      (110, 125, 1, '用户列表', 'users', 1, null),
      (111, 103, 1, '角色列表', 'roles', 1, null),
      (112, 103, 1, '权限列表', 'rights', 2, null),
      (160, 103, 1, '操作日志', 'audit', 3, null),
      (131, 110, 2, '添加用户', 'users', 1, 'users:create'),
      (132, 110, 2, '删除用户', 'users', 2, 'users:remove'),
      (133, 110, 2, '更新用户', 'users', 3, 'users:update'),
      (136, 110, 2, '获取用户详情', 'users', 4, 'users:read'),
      (137, 110, 2, '分配用户角色', 'users', 5, 'users:assign-role'),
      (159, 110, 2, '设置管理状态', 'users', 6, 'users:disable'),
      (129, 111, 2, '添加角色', 'roles', 1, 'roles:create'),
      (130, 111, 2, '删除角色', 'roles', 2, 'roles:remove'),
      (134, 111, 2, '角色授权', 'roles', 3, 'roles:grant'),
      (135, 111, 2, '取消角色授权', 'roles', 4, 'roles:revoke'),
      (138, 111, 2, '获取角色列表', 'roles', 5, 'roles:list'),
      (139, 111, 2, '获取角色详情', 'roles', 6, 'roles:read'),
      (140, 111, 2, '更新角色信息', 'roles', 7, 'roles:update'),
      (147, 112, 2, '查看权限', 'rights', 1, 'rights:read'),
      (161, 160, 2, '查看日志', 'audit', 1, 'audit:read')`

/** Gives rights the ids and names of julong's family: the first two levels are menus, what allows anything is below. */
export async function renumberJulongRights(db: Knex): Promise<void> {
  await db.raw(`
    lock table julong.rights, julong.role_rights in share row exclusive mode;
    create table julong.held as select * from julong.role_rights;
    delete from julong.role_rights;
    delete from julong.rights;

    insert into julong.rights (id, pid, level, name, path, sort, code) values ${RIGHTS};

    insert into julong.role_rights (role_id, right_id)
      select role_id, now from julong.held
      join (values ${MOVED.map(([before, now]) => `(${before}, ${now})`).join(', ')}) moved (before, now)
        on before = right_id;
    drop table julong.held;
  `)
}
