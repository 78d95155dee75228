import { rolesWithRights } from '../../roles/list.js'
import type { Handler } from './handler.js'
import { presentRoleWithRights } from './present.js'

export const listRoles: Handler<'listRoles'> = async ({ reply }, { db }) => {
  const roles = await rolesWithRights(db)
  return reply(200, { data: roles.map(presentRoleWithRights), meta: { message: '获取成功', status: 200 } })
}
