import { accountGroups, accountsIn } from '../../accounts/counts.js'
import type { Handler } from './handler.js'
import { serializeCounts } from './serializers.js'

export const countUsers: Handler<'countUsers'> = async ({ query, reply }, { db, realm }) => {
  const groups = await accountGroups(db, realm)
  const points = groups.reduce((sum, group) => sum + group.points, 0)
  return reply(200, { total: accountsIn(groups), points, counts: serializeCounts(groups, query.by) })
}
