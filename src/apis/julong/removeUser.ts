import { removeAccount } from '../../accounts/administration.js'
import { ofNoHigherRole } from '../../roles/authority.js'
import type { Handler } from './handler.js'

export const removeUser: Handler<'removeUser'> = async ({ path, caller, reply }, context) => {
  await removeAccount(context, path.id, ofNoHigherRole(caller))
  return reply(200, { data: null, meta: { message: '删除成功', status: 200 } })
}
