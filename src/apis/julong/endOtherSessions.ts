import { endOtherSessions as endOthers } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endOtherSessions: Handler<'endOtherSessions'> = async ({ caller, reply }, context) => {
  await endOthers(context, caller)
  return reply(200, { data: null, meta: { message: '会话已结束', status: 200 } })
}
