import { beginSecondFactor as begin } from '../../accounts/second-factor/enrol.js'
import type { Handler } from './handler.js'

export const beginSecondFactor: Handler<'beginSecondFactor'> = async ({ body, caller, reply }, context) => {
  const { secret, address, qrCode } = await begin(context, caller, body.currentPassword)
  return reply(200, {
    data: { secret, uri: address, qr_svg: qrCode },
    meta: { message: '获取密钥成功', status: 200 }
  })
}
