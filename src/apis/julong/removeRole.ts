import { removeRole as remove } from '../../roles/change.js'
import type { Handler } from './handler.js'

export const removeRole: Handler<'removeRole'> = async ({ path, caller, reply }, context) => {
  await remove(context, caller, path.id)
  return reply(200, { data: null, meta: { message: '删除成功', status: 200 } })
}
