import { setPassword } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const setUserPassword: Handler<'setUserPassword'> = async ({ path, body, reply }, context) => {
  const { name } = await setPassword(context, path.user_id, body.new_password)
  return reply(200, { message: `用户 '${name}' 的密码已更新` })
}
