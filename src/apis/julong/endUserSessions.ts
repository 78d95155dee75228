import { ofNoHigherRole } from '../../roles/authority.js'
import { endSessionsOf } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endUserSessions: Handler<'endUserSessions'> = async ({ path, caller, reply }, context) => {
  await endSessionsOf(context, path.id, ofNoHigherRole(caller))
  return reply(200, { data: null, meta: { message: '会话已结束', status: 200 } })
}
