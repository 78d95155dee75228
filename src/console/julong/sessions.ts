import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import { sessionsWith } from '../sessions/session-of.ts'
import type { OnlineSessions } from '../sessions/sessions.ts'
import { session } from './session.ts'

const sessionOf = sessionsWith('create_time', 'expire_time')

export const ownSessions = ownSessionsOf(session, async () =>
  (await session.call((api) => api.listOwnSessions(reading))).body.data.map(sessionOf)
)

export const onlineSessions: OnlineSessions = {
  changes: ownSessions.changes,
  async read({ page, size, filters: { query: name, account } }, signal) {
    const filters = { ...(name !== '' && { query: name }), ...(account !== '' && { uid: Number(account) }) }
    const query = { pagenum: page, pagesize: size, ...filters }
    const { data } = (await session.call((api) => api.listSessions({ query, signal, ...reading }))).body
    const rows = data.sessions.map((row) => ({
      ...sessionOf(row),
      account: { id: String(row.uid), name: row.username }
    }))
    return { rows, total: data.total }
  },
  end: (id) => session.call((api) => api.endSession({ path: { id } })),
  endAll: (account) => session.call((api) => api.endUserSessions({ path: { id: Number(account) } }))
}
