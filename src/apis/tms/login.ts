import { login as logIn } from '../../accounts/login.js'
import type { Handler } from './handler.js'

export const login: Handler<'login'> = async ({ body, reply }, context) => {
  const { account, token } = await logIn(context, { name: body.username, password: body.password })
  const data = { username: account.name, token: `bearer ${token}`, access_token: token }
  return reply(200, { code: 200, message: '登录成功', data })
}
