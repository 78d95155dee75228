import { confirmSecondFactor as confirm } from '../../accounts/second-factor/enrol.js'
import type { Handler } from './handler.js'

export const confirmSecondFactor: Handler<'confirmSecondFactor'> = async ({ body, caller, reply }, context) => {
  const codes = await confirm(context, caller, body.code)
  return reply(200, { data: { recovery_codes: codes }, meta: { message: '启用两步验证成功', status: 200 } })
}
