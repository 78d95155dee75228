import { parsePageQuery } from '../../accounts/listing/parse-page-query.js'
import { streamedList } from '../../http/stream.js'
import { allTasks, pageOfTasks, type TaskFilter } from '../../tasks/list.js'
import type { Handler } from './handler.js'
import { ownerOf } from './owner.js'
import { serializeTask, taskColumns } from './serializers.js'

export const listTasks: Handler<'listTasks'> = async ({ query, caller, reply, streamReply }, context) => {
  const { status, type, mine } = query
  const filter: TaskFilter = { status, type, ...ownerOf(mine, caller.account.id) }
  const page = parsePageQuery(query)
  const { total, tasks: found } =
    page === undefined
      ? await allTasks(context, filter, taskColumns)
      : await pageOfTasks(context, filter, page, taskColumns)
  if (Array.isArray(found)) {
    return reply(200, { code: 200, message: '查询成功', data: { total, tasks: found.map(serializeTask) } })
  }
  const tasks = streamedList(found, serializeTask)
  return streamReply(200, { list: tasks, body: { code: 200, message: '查询成功', data: { total, tasks } } })
}
