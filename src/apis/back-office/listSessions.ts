import { pageOfSessions } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeSession } from './serializers.js'

export const listSessions: Handler<'listSessions'> = async ({ query, caller, reply }, { db, realm }) => {
  const { pagenum: page, pagesize: size, query: text, admin_id: accountId } = query
  const { total, sessions } = await pageOfSessions(db, realm, caller.token, { page, size, query: text, accountId })
  return reply(200, { data: sessions.map(serializeSession), totalpage: total })
}
