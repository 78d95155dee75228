import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { sessionsWith } from '../sessions/session-of.ts'
import { session } from './session.ts'

const sessionOf = sessionsWith('created_at', 'expires_at')

export const ownSessions = ownSessionsOf(session, async () => {
  const { body } = await session.call((api) => api.listOwnSessions(reading))
  return body.map((row) => ({ ...sessionOf(row), renewed: row.renewed_at }))
})
