import { registerAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'

export const registerUser: Handler<'registerUser'> = async ({ body, reply }, context) => {
  const { name } = await registerAccount(context, { name: body.user, password: body.password })
  return reply(200, {
    data: { userName: name, password: '******' },
    meta: { message: '注册成功', status: 200 }
  })
}
