import { rolesWithRights } from '../../roles/list.js'
import type { Handler } from './handler.js'
import { serializeRoleWithRights } from './serializers.js'

export const listRoles: Handler<'listRoles'> = async ({ reply }, { db }) => {
  const roles = await rolesWithRights(db)
  return reply(200, { data: roles.map(serializeRoleWithRights), meta: { message: '获取成功', status: 200 } })
}
