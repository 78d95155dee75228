import { removeOthersSecondFactor } from '../../accounts/second-factor/remove.js'
import type { Handler } from './handler.js'

export const removeAdminSecondFactor: Handler<'removeAdminSecondFactor'> = async ({ path, caller, reply }, context) => {
  await removeOthersSecondFactor(context, caller, path.id)
  return reply(200, null)
}
