import { findTask } from '../../tasks/find.js'
import type { Handler } from './handler.js'
import { presentTask } from './present.js'

export const getTask: Handler<'getTask'> = async ({ path, reply }, { db }) =>
  reply(200, { code: 200, message: '查询成功', data: presentTask(await findTask(db, path.id)) })
