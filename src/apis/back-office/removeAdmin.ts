import { removeAccount } from '../../accounts/administration.js'
import type { Handler } from './handler.js'

export const removeAdmin: Handler<'removeAdmin'> = async ({ path, reply }, context) => {
  await removeAccount(context, path._id)
  return reply(200, null)
}
