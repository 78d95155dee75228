import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { sessionsWith } from '../sessions/session-of.ts'
import { session } from './session.ts'

const sessionOf = sessionsWith('created_time', 'expires_time')

export const ownSessions = ownSessionsOf(session, async () =>
  (await session.call((api) => api.listOwnSessions(reading))).body.data.sessions.map(sessionOf)
)
