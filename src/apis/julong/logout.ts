import { logout as logOut } from '../../accounts/logout.js'
import type { Handler } from './handler.js'

export const logout: Handler<'logout'> = async ({ caller, reply }, context) => {
  await logOut(context, caller)
  return reply(200, { data: null, meta: { message: '退出成功', status: 200 } })
}
