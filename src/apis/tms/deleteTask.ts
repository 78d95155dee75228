import { removeTask } from '../../tasks/remove.js'
import type { Handler } from './handler.js'

export const deleteTask: Handler<'deleteTask'> = async ({ path, caller, reply }, { db }) => {
  await removeTask(db, caller.account.id, path.id)
  return reply(200, { code: 200, message: '删除成功', data: { 'delete count': 1 } })
}
