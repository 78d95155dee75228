import { serializeOwnSession } from '../../http/own-session.js'
import { sessionsOfCaller } from '../../sessions/list.js'
import type { Handler } from './handler.js'

export const listOwnSessions: Handler<'listOwnSessions'> = async ({ caller, reply }, { db, realm }) => {
  const sessions = await sessionsOfCaller(db, realm, caller.token)
  return reply(200, sessions.map(serializeOwnSession))
}
