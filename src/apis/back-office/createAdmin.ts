import { createAccount } from '../../accounts/register.js'
import { emptied } from '../../http/emptied.js'
import type { Handler } from './handler.js'

export const createAdmin: Handler<'createAdmin'> = async ({ body, reply }, context) => {
  const { name, password } = body
  const values = { email: emptied(body.email), mobile: emptied(body.mobile) }
  await createAccount(context, { name, password, values })
  return reply(201, null)
}
