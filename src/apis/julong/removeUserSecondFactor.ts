import { removeOthersSecondFactor } from '../../accounts/second-factor/remove.js'
import { ofNoHigherRole } from '../../roles/authority.js'
import type { Handler } from './handler.js'

export const removeUserSecondFactor: Handler<'removeUserSecondFactor'> = async ({ path, caller, reply }, context) => {
  await removeOthersSecondFactor(context, caller, path.id, ofNoHigherRole(caller))
  return reply(200, { data: null, meta: { message: '解除两步验证成功', status: 200 } })
}
