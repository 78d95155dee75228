import { endSessionsOf } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endAdminSessions: Handler<'endAdminSessions'> = async ({ path, reply }, context) => {
  await endSessionsOf(context, path.id)
  return reply(200, null)
}
