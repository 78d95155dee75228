import { pageAsked } from '../../accounts/listing/parse-page-query.js'
import { presented } from '../../http/streamed.js'
import { allTasks, pageOfTasks, type TaskFilter } from '../../tasks/list.js'
import type { Handler } from './handler.js'
import { presentTask, taskColumns } from './present.js'

export const listTasks: Handler<'listTasks'> = async ({ query, caller, reply }, context) => {
  const { status, type, mine } = query
  const filter: TaskFilter = { status, type }
  if (mine === 'published') filter.publisherId = caller.account.id
  if (mine === 'assigned') filter.assigneeId = caller.account.id
  const page = pageAsked(query)
  if (page !== undefined) {
    const { total, tasks } = await pageOfTasks(context, filter, page, taskColumns)
    return reply(200, { code: 200, message: '查询成功', data: { total, tasks: presented(tasks, presentTask) } })
  }
  const { total, batches } = await allTasks(context, filter, taskColumns)
  return reply(200, { code: 200, message: '查询成功', data: { total, tasks: presented(batches, presentTask) } })
}
