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
    const filters = { ...(name !== '' && { query: name }), ...(account !== '' && { admin_id: account }) }
    const query = { pagenum: page, pagesize: size, ...filters }
    const { body } = await session.call((api) => api.listSessions({ query, signal, ...reading }))
    const rows = body.data.map((row) => ({ ...sessionOf(row), account: { id: row.admin_id, name: row.name } }))
    return { rows, total: body.totalpage }
  },
  end: (id) => session.call((api) => api.endSession({ path: { id } })),
  endAll: (id) => session.call((api) => api.endAdminSessions({ path: { id } }))
}
