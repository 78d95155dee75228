import { pageOfSessions } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeSession } from './serializers.js'

export const listSessions: Handler<'listSessions'> = async ({ query, caller, reply }, { db, realm }) => {
  const { pagenum, pagesize: size, query: text, uid: accountId } = query
  const { total, sessions } = await pageOfSessions(db, realm, caller.token, {
    page: pagenum,
    size,
    query: text,
    accountId
  })
  return reply(200, {
    data: { total, pagenum, sessions: sessions.map(serializeSession) },
    meta: { message: '获取成功', status: 200 }
  })
}
