import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { sessionsWith } from '../sessions/session-of.ts'
import type { OnlineSessions } from '../sessions/sessions.ts'
import { session } from './session.ts'

const sessionOf = sessionsWith('created_at', 'expires_at')

export const ownSessions = ownSessionsOf(session, async () =>
  (await session.call((api) => api.listOwnSessions(reading))).body.map(sessionOf)
)

export const onlineSessions: OnlineSessions = {
  changes: ownSessions.changes,
  async read({ page, size, filters: { query: name, account } }, signal) {
    const filters = { ...(name !== '' && { query: name }), ...(account !== '' && { user_id: Number(account) }) }
    const query = { page, limit: size, ...filters }
    const { body, headers } = await session.call((api) => api.listSessions({ query, signal, ...reading }))
    const rows = body.map((row) => ({ ...sessionOf(row), account: { id: String(row.user_id), name: row.username } }))
    return { rows, total: Number(headers.get('X-Total-Count')) }
  },
  end: (session_id) => session.call((api) => api.endSession({ path: { session_id } })),
  endAll: (account) => session.call((api) => api.endUserSessions({ path: { user_id: Number(account) } }))
}
