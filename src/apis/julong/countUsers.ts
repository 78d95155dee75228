import { accountGroups, accountsIn } from '../../accounts/counts.js'
import type { Handler } from './handler.js'
import { serializeRoleCounts, serializeStateCounts } from './serializers.js'

export const countUsers: Handler<'countUsers'> = async ({ query, reply }, { db, realm }) => {
  const groups = await accountGroups(db, realm)
  const counts = query.by === 'role' ? serializeRoleCounts(groups) : serializeStateCounts(groups)
  return reply(200, { data: { total: accountsIn(groups), counts }, meta: { message: '获取成功', status: 200 } })
}
