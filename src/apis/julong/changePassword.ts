import { changePassword as change } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const changePassword: Handler<'changePassword'> = async ({ body, caller, reply }, context) => {
  await change(context, caller, { current: body.currentPassword, next: body.newPassword })
  return reply(200, { data: null, meta: { message: '修改密码成功', status: 200 } })
}
