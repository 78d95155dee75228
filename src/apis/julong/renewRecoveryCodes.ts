import { renewRecoveryCodes as renew } from '../../accounts/second-factor/change.js'
import type { Handler } from './handler.js'

export const renewRecoveryCodes: Handler<'renewRecoveryCodes'> = async ({ body, caller, reply }, context) => {
  const codes = await renew(context, caller, { password: body.currentPassword, code: body.code })
  return reply(200, { data: { recovery_codes: codes }, meta: { message: '重新生成恢复代码成功', status: 200 } })
}
