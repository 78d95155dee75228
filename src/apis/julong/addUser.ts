import { createAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'
import { serializeAddedUser } from './serializers.js'

export const addUser: Handler<'addUser'> = async ({ body, reply }, context) => {
  const { userName: name, password, email, mobile } = body
  const values = { email: email ?? '', mobile: mobile ?? '' }
  const user = await createAccount(context, { name, password, values })
  return reply(201, { data: serializeAddedUser(user), meta: { message: '用户创建成功', status: 201 } })
}
