import { countByTime, totalOf } from '../../audit/count.js'
import { bucketsIn } from '../../calendar/buckets.js'
import type { Handler } from './handler.js'
import { serializeLogins } from './serializers.js'

export const countLogins: Handler<'countLogins'> = async ({ query, reply }, { db, realm }) => {
  const counts = await countByTime(db, { realm: realm.name, action: 'login' }, bucketsIn(query))
  return reply(200, { total: totalOf(counts), counts: counts.map(serializeLogins) })
}
