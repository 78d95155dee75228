import { countTasks as count } from '../../tasks/count.js'
import type { Handler } from './handler.js'
import { ownerOf } from './owner.js'
import { serializeTaskCount } from './serializers.js'

export const countTasks: Handler<'countTasks'> = async ({ query, caller, reply }, { db }) => {
  const counts = await count(db, query.by, ownerOf(query.mine, caller.account.id))
  const total = counts.reduce((sum, { tasks }) => sum + tasks, 0)
  return reply(200, { code: 200, message: '查询成功', data: { total, counts: counts.map(serializeTaskCount) } })
}
