import { sessionsOfCaller } from '../../sessions/list.js'
import type { Handler } from './handler.js'
import { serializeOwnSession } from './serializers.js'

export const listOwnSessions: Handler<'listOwnSessions'> = async ({ caller, reply }, { db, realm }) => {
  const sessions = await sessionsOfCaller(db, realm, caller.token)
  return reply(200, {
    data: sessions.map(serializeOwnSession),
    meta: { message: '获取成功', status: 200 }
  })
}
