import { login as logIn } from '../../accounts/login.js'
import type { Handler } from './handler.js'

export const login: Handler<'login'> = async ({ body, reply }, context) => {
  const { token } = await logIn(context, { name: body.name, password: body.password, code: body.code })
  return reply(200, token)
}
