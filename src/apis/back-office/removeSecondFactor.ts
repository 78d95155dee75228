import { removeOwnSecondFactor } from '../../accounts/second-factor/change.js'
import type { Handler } from './handler.js'

export const removeSecondFactor: Handler<'removeSecondFactor'> = async ({ body, caller, reply }, context) => {
  await removeOwnSecondFactor(context, caller, { password: body.currentPassword, code: body.code })
  return reply(200, null)
}
