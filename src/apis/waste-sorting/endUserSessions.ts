import { endSessionsOf } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endUserSessions: Handler<'endUserSessions'> = async ({ path, reply }, context) => {
  await endSessionsOf(context, path.user_id)
  return reply(200, { message: '会话已结束' })
}
