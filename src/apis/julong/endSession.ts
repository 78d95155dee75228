import { ofNoHigherRole } from '../../roles/authority.js'
import { endSession as end } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endSession: Handler<'endSession'> = async ({ path, caller, reply }, context) => {
  await end(context, path.id, ofNoHigherRole(caller))
  return reply(200, { data: null, meta: { message: '会话已结束', status: 200 } })
}
