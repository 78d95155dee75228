import { createRole as create } from '../../roles/change.js'
import { emptied } from '../../http/emptied.js'
import type { Handler } from './handler.js'
import { serializeRole } from './serializers.js'

export const createRole: Handler<'createRole'> = async ({ body, reply }, context) => {
  const role = await create(context, { name: body.roleName, description: emptied(body.roleDesc) })
  return reply(201, { data: serializeRole(role), meta: { message: '创建成功', status: 201 } })
}
