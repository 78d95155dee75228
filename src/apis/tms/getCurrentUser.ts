import type { Handler } from './handler.js'
import { presentUser } from './present.js'

export const getCurrentUser: Handler<'getCurrentUser'> = async ({ caller, reply }) =>
  reply(200, { code: 200, message: '查询成功', data: presentUser(caller.account) })
