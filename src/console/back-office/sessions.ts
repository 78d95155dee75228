import type { BackOfficeSchemas } from 'quintet-sdk/back-office'
import { reading } from '../session/session.ts'
import { ownSessionsOf } from '../sessions/own.ts'
import type { OnlineSessions, OwnSession } from '../sessions/sessions.ts'
import { session } from './session.ts'

const sessionOf = ({ id, device, address, current, ...times }: BackOfficeSchemas['OwnSession']): OwnSession => ({
  id,
  device,
  address,
  current,
  begun: times.created_at,
  expires: times.expires_at
})

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
