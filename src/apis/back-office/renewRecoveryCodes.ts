import { renewRecoveryCodes as renew } from '../../accounts/second-factor/change.js'
import type { Handler } from './handler.js'

export const renewRecoveryCodes: Handler<'renewRecoveryCodes'> = async ({ body, caller, reply }, context) => {
  const codes = await renew(context, caller, { password: body.currentPassword, code: body.code })
  return reply(200, { recoveryCodes: codes })
}
