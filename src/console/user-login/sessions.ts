import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { session } from './session.ts'

export const ownSessions = ownSessionsOf(session, async () => {
  const { body } = await session.call((api) => api.listOwnSessions(reading))
  return body.map(({ created_at: begun, renewed_at: renewed, expires_at: expires, ...row }) => ({
    ...row,
    begun,
    renewed,
    expires
  }))
})
