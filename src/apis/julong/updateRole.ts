import { updateRole as update } from '../../roles/change.js'
import { emptied } from '../../http/emptied.js'
import type { Handler } from './handler.js'
import { serializeRole } from './serializers.js'

export const updateRole: Handler<'updateRole'> = async ({ path, body, caller, reply }, context) => {
  const role = await update(context, caller, path.id, { name: body.roleName, description: emptied(body.roleDesc) })
  return reply(200, { data: serializeRole(role), meta: { message: '更新成功', status: 200 } })
}
