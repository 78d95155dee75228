import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { session } from './session.ts'

export const ownSessions = ownSessionsOf(session, async () => {
  const { data } = (await session.call((api) => api.listOwnSessions(reading))).body
  return data.sessions.map(({ created_time: begun, expires_time: expires, ...row }) => ({ ...row, begun, expires }))
})
