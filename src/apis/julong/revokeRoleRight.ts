import { revokeRight } from '../../roles/grant.js'
import { treeOf } from '../../roles/tree.js'
import type { Handler } from './handler.js'
import { serializeTree } from './serializers.js'

export const revokeRoleRight: Handler<'revokeRoleRight'> = async ({ path, caller, reply }, context) => {
  const left = await revokeRight(context, caller, path)
  return reply(200, { data: serializeTree(treeOf(left)), meta: { message: '取消权限成功', status: 200 } })
}
