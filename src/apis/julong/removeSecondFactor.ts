import { removeOwnSecondFactor } from '../../accounts/second-factor/change.js'
import type { Handler } from './handler.js'

export const removeSecondFactor: Handler<'removeSecondFactor'> = async ({ body, caller, reply }, context) => {
  await removeOwnSecondFactor(context, caller, { password: body.currentPassword, code: body.code })
  return reply(200, { data: null, meta: { message: '关闭两步验证成功', status: 200 } })
}
