import { login as logIn } from '../../accounts/login.js'
import type { Handler } from './handler.js'

export const login: Handler<'login'> = async ({ body, reply }, context) => {
  const { account, token } = await logIn(context, { name: body.username, password: body.password, code: body.code })
  const { id, role_id: rid, name: username, mobile, email } = account
  return reply(200, {
    data: { id, rid, username, mobile, email, token: `Bearer ${token}` },
    meta: { message: '登录成功', status: 200 }
  })
}
