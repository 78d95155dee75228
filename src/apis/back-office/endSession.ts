import { endSession as end } from '../../sessions/end.js'
import type { Handler } from './handler.js'

export const endSession: Handler<'endSession'> = async ({ path, reply }, context) => {
  await end(context, path.id)
  return reply(200, null)
}
