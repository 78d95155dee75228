import { createAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'
import { presentAddedUser } from './present.js'

export const addUser: Handler<'addUser'> = async ({ body, reply }, context) => {
  const { userName: name, password, email = '', mobile = '' } = body
  const user = await createAccount(context, { name, password, values: { email, mobile } })
  return reply(201, { data: presentAddedUser(user), meta: { message: '用户创建成功', status: 201 } })
}
