import { countByTime } from '../../audit/count.js'
import { bucketsIn } from '../../calendar/buckets.js'
import type { Handler } from './handler.js'
import { serializeRegistrations } from './serializers.js'

export const countRegistrations: Handler<'countRegistrations'> = async ({ query, reply }, { db, realm }) => {
  const counts = await countByTime(db, { realm: realm.name, action: 'account-create' }, bucketsIn(query))
  return reply(200, counts.map(serializeRegistrations))
}
