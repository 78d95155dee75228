import { findAccount } from '../../accounts/find.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const getUser: Handler<'getUser'> = async ({ path, reply }, { db, realm }) => {
  const user = await findAccount(db, realm, path.id)
  return reply(200, { data: serializeUser(user), meta: { message: '查询成功', status: 200 } })
}
