import { updateAccount } from '../../accounts/update.js'
import type { Handler } from './handler.js'

export const updateAdmin: Handler<'updateAdmin'> = async ({ path, body, reply }, context) => {
  const { email, mobile } = body
  await updateAccount(context, path.id, { values: { email, mobile } })
  return reply(200, null)
}
