import { sessionsOfCaller } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeOwnSession } from './serializers.js'

export const listOwnSessions: Handler<'listOwnSessions'> = async ({ caller, reply }, { db, realm }) => {
  const sessions = await sessionsOfCaller(db, realm, caller.token)
  return reply(200, { code: 200, message: '查询成功', data: { sessions: sessions.map(serializeOwnSession) } })
}
