import { pageOfAudit } from '../../audit/read.js'
import { givenPeriod } from '../../calendar/period.js'
import type { Handler } from './handler.js'
import { serializeAuditEvent } from './serializers.js'

export const listAudit: Handler<'listAudit'> = async ({ query, reply }, { db, realm }) => {
  const { pagenum, pagesize: size, actor, action, result } = query
  const filter = { realm: realm.name, actor, action, result, ...givenPeriod(query) }
  const { total, events } = await pageOfAudit(db, filter, { page: pagenum, size })
  return reply(200, {
    data: { total, pagenum, events: events.map(serializeAuditEvent) },
    meta: { message: '获取成功', status: 200 }
  })
}
