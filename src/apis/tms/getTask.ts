import { findTask } from '../../tasks/find.js'
import type { Handler } from './handler.js'
import { serializeTask } from './serializers.js'

export const getTask: Handler<'getTask'> = async ({ path, reply }, { db }) =>
  reply(200, { code: 200, message: '查询成功', data: serializeTask(await findTask(db, path.id)) })
