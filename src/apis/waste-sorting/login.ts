import { login as logIn } from '../../accounts/login.js'
import type { Handler } from './handler.js'

export const login: Handler<'login'> = async ({ body, reply }, context) => {
  const { account, token } = await logIn(context, { name: body.username, password: body.password })
  return reply(200, { message: '登录成功', role: account.role_id, token })
}
