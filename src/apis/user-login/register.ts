import { storedEmail } from '../../realms/emails.js'
import { profileWriter } from '../../accounts/profile.js'
import { registerAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'

export const register: Handler<'register'> = async ({ body, reply }, context) => {
  const { email, password, first_name, last_name, phone_number } = body
  const also = profileWriter({ first_name, last_name, phone_number })
  await registerAccount(context, { name: storedEmail(email), password, also })
  return reply(200, { message: 'User registered successfully.' })
}
