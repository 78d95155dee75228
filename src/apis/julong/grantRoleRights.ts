import { grantRights } from '../../roles/grant.js'
import type { Handler } from './handler.js'

export const grantRoleRights: Handler<'grantRoleRights'> = async ({ path, body, caller, reply }, context) => {
  const listed = body.rids.split(',').map((id) => id.trim())
  const rightIds = listed.filter((id) => id !== '').map(Number)
  await grantRights(context, caller, { roleId: path.roleId, rightIds })
  return reply(200, { data: null, meta: { message: '更新成功', status: 200 } })
}
