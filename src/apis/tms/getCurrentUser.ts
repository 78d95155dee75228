import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const getCurrentUser: Handler<'getCurrentUser'> = ({ caller, reply }) =>
  reply(200, { code: 200, message: '查询成功', data: serializeUser(caller.account) })
