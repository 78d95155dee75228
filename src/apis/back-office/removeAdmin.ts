import { removeAccount } from '../../accounts/administration.js'
import type { Handler } from './handler.js'

export const removeAdmin: Handler<'removeAdmin'> = async ({ path, reply }, context) => {
  await removeAccount(context, path.id)
  return reply(200, null)
}
