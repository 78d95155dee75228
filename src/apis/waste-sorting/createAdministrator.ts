import { createAccount } from '../../accounts/register.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const createAdministrator: Handler<'createAdministrator'> = async ({ body, reply }, context) => {
  const { username: name, password } = body
  const user = await createAccount(context, { name, password, values: { role_id: context.realm.administratorRole } })
  return reply(201, { message: '管理员账户创建成功', user: serializeUser(user) })
}
