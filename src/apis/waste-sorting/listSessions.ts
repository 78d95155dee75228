import { pageOfSessions } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeSession } from './serializers.js'

export const listSessions: Handler<'listSessions'> = async ({ query, caller, reply }, { db, realm }) => {
  const { page = 1, limit: size = 20, query: text, user_id: accountId } = query
  const { total, sessions } = await pageOfSessions(db, realm, caller.token, { page, size, query: text, accountId })
  return reply(200, sessions.map(serializeSession), { 'X-Total-Count': total })
}
