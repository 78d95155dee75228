import { resetPassword as reset } from '../../accounts/change-password.js'
import type { Handler } from './handler.js'

export const resetPassword: Handler<'resetPassword'> = async ({ body, reply }, context) => {
  const { email: name, old_password: password, new_password: next } = body
  await reset(context, { name, password }, next)
  return reply(200, { message: 'Password has been reset successfully.' })
}
