import { registerAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'

export const register: Handler<'register'> = async ({ body, reply }, context) => {
  await registerAccount(context, { name: body.username, password: body.password })
  return reply(201, { message: '用户注册成功' })
}
