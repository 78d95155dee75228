import { rightsOfRole } from '../../roles/rights.js'
import type { Handler } from './handler.js'
import { serializeCurrentUser } from './serializers.js'

export const getCurrentUser: Handler<'getCurrentUser'> = async ({ caller, reply }, { db }) => {
  const rights = await rightsOfRole(db, caller.account.role_id)
  return reply(200, { data: serializeCurrentUser(caller.account, rights), meta: { message: '查询成功', status: 200 } })
}
