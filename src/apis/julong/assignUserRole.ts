import { assignRole } from '../../roles/assign.js'
import type { Handler } from './handler.js'

export const assignUserRole: Handler<'assignUserRole'> = async ({ path, body, caller, reply }, context) => {
  const user = await assignRole(context, caller, { accountId: path.id, roleId: body.rid })
  const { id, role_id: rid, name: username, mobile, email } = user
  return reply(200, {
    data: { id, rid: String(rid), username, mobile, email },
    meta: { message: '设置角色成功', status: 200 }
  })
}
