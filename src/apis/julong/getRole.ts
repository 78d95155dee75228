import { findRole } from '../../roles/find.js'
import type { Handler } from './handler.js'
import { serializeRole } from './serializers.js'

export const getRole: Handler<'getRole'> = async ({ path, reply }, { db }) => {
  const role = await findRole(db, path.id)
  return reply(200, { data: serializeRole(role), meta: { message: '获取成功', status: 200 } })
}
