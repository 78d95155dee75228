import { parsePageQuery } from '../../accounts/listing/parse-page-query.js'
import { streamItems } from '../../http/stream.js'
import { allTasks, pageOfTasks, type TaskFilter } from '../../tasks/list.js'
import type { Handler } from './handler.js'
import { serializeTask, taskColumns } from './serializers.js'

export const listTasks: Handler<'listTasks'> = async ({ query, caller, reply }, context) => {
  const { status, type, mine } = query
  const filter: TaskFilter = { status, type }
  if (mine === 'published') filter.publisherId = caller.account.id
  if (mine === 'assigned') filter.assigneeId = caller.account.id
  const page = parsePageQuery(query)
  if (page !== undefined) {
    const { total, tasks } = await pageOfTasks(context, filter, page, taskColumns)
    return reply(200, { code: 200, message: '查询成功', data: { total, tasks: streamItems(tasks, serializeTask) } })
  }
  const { total, batches } = await allTasks(context, filter, taskColumns)
  return reply(200, { code: 200, message: '查询成功', data: { total, tasks: streamItems(batches, serializeTask) } })
}
