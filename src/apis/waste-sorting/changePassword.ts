import { changePassword as change } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const changePassword: Handler<'changePassword'> = async ({ body, caller, reply }, context) => {
  await change(context, caller, { current: body.current_password, next: body.new_password })
  return reply(200, { message: '密码修改成功' })
}
