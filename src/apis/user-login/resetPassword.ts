import { resetPassword as reset } from '../../accounts/change-password.js'
import { storedEmail } from '../../realms/emails.js'
import type { Handler } from './handler.js'

export const resetPassword: Handler<'resetPassword'> = async ({ body, reply }, context) => {
  const { email, old_password: password, new_password: next } = body
  await reset(context, { name: storedEmail(email), password }, next)
  return reply(200, { message: 'Password has been reset successfully.' })
}
