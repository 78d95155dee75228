import { createAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'

export const createAdmin: Handler<'createAdmin'> = async ({ body, reply }, context) => {
  const { name, password, email, mobile } = body
  await createAccount(context, { name, password, values: { email, mobile } })
  return reply(201, null)
}
