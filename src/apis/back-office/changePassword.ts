import { changePassword as change } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const changePassword: Handler<'changePassword'> = async ({ body, caller, reply }, context) => {
  await change(context, caller, { current: body.currentPassword, next: body.newPassword })
  return reply(200, null)
}
