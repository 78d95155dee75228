import { endOwnSession as end } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endOwnSession: Handler<'endOwnSession'> = async ({ path, caller, reply }, context) => {
  await end(context, caller, path.session_id)
  return reply(200, { message: '会话已结束' })
}
