import { countFailures } from '../../audit/count.js'
import { periodIn } from '../../calendar/period.js'
import type { Handler } from './handler.js'
import { serializeRefusals } from './serializers.js'

export const countRefusals: Handler<'countRefusals'> = async ({ query, reply }, { db, realm }) => {
  const counts = await countFailures(db, { realm: realm.name }, periodIn(query, 'hour'))
  return reply(200, counts.map(serializeRefusals))
}
