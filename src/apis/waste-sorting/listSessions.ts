import { FIRST_PAGE, parsePageQuery } from '../../accounts/listing/parse-page-query.js'
import { pageOfSessions } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeSession } from './serializers.js'

export const listSessions: Handler<'listSessions'> = async ({ query, caller, reply }, { db, realm }) => {
  const filter = { query: query.query, accountId: query.user_id }
  const page = parsePageQuery(query) ?? FIRST_PAGE
  const { total, sessions } = await pageOfSessions(db, realm, caller.token, { ...page, ...filter })
  return reply(200, sessions.map(serializeSession), { 'X-Total-Count': total })
}
