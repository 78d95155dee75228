import { publishTask } from '../../tasks/publish.js'
import type { Handler } from './handler.js'
import { serializeTask } from './serializers.js'

export const createTask: Handler<'createTask'> = async ({ body, caller, reply }, { db }) => {
  const { description, detail = '', type = '', price = 0, status = '待办', assignee = null } = body
  const task = await publishTask(db, caller.account.id, { description, detail, type, price, status, assignee })
  return reply(200, { code: 200, message: '新增成功', data: serializeTask(task) })
}
