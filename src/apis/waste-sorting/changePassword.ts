import { changePassword as change } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const changePassword: Handler<'changePassword'> = async ({ body, caller, reply }, context) => {
  const { current_password: current, new_password: next } = body
  await change(context, caller, { current, currentField: 'current_password', next })
  return reply(200, { message: '密码修改成功' })
}
