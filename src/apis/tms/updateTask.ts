import { updateTask as update } from '../../tasks/update.js'
import type { Handler } from './handler.js'
import { serializeTask } from './serializers.js'

export const updateTask: Handler<'updateTask'> = async ({ path, body, caller, reply }, { db }) => {
  const { description, detail, type, price, status, assignee } = body
  const change = { description, detail, type, price, status, assignee }
  const { before, after } = await update(db, caller.account.id, path.id, change)
  const data = { 'old task': [serializeTask(before)], 'new task': [serializeTask(after)] }
  return reply(200, { code: 200, message: '修改成功', data })
}
