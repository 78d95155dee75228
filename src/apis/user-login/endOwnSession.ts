import { endOwnSession as end } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endOwnSession: Handler<'endOwnSession'> = async ({ path, caller, reply }, context) => {
  await end(context, caller, path.id)
  return reply(200, { message: 'Session has been ended.' })
}
