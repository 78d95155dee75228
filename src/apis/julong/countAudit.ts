import { countByAction, countByTime, totalOf } from '../../audit/count.js'
import { bucketsIn } from '../../calendar/buckets.js'
import { periodIn } from '../../calendar/period.js'
import { utcTime } from '../../http/timestamps.js'
import type { Handler } from './handler.js'
import { serializeAuditCount } from './serializers.js'

export const countAudit: Handler<'countAudit'> = async ({ query, reply }, { db, realm }) => {
  const { by, action } = query
  const counted = { realm: realm.name, action }
  const counts =
    by === 'action'
      ? (await countByAction(db, counted, periodIn(query, 'day'))).map((row) => serializeAuditCount(row.action, row))
      : (await countByTime(db, counted, bucketsIn({ ...query, by }))).map((row) =>
          serializeAuditCount(utcTime(row.start), row)
        )
  return reply(200, { data: { total: totalOf(counts), counts }, meta: { message: '获取成功', status: 200 } })
}
