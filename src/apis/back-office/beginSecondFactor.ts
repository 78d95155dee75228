import { beginSecondFactor as begin } from '../../accounts/second-factor/enrol.js'
import type { Handler } from './handler.js'

export const beginSecondFactor: Handler<'beginSecondFactor'> = async ({ body, caller, reply }, context) => {
  const { secret, address, qrCode } = await begin(context, caller, body.currentPassword)
  return reply(200, { secret, uri: address, qrSvg: qrCode })
}
