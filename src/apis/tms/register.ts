import { registerAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const register: Handler<'register'> = async ({ body, reply }, context) => {
  const { username: name, password, nickname = '', gender = '保密', telephone = '' } = body
  const user = await registerAccount(context, { name, password, values: { nickname, gender, telephone } })
  return reply(200, { code: 200, message: '注册成功', data: serializeUser(user) })
}
