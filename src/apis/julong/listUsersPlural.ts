import type { Handler } from './handler.js'
import { listUsers } from './listUsers.js'

export const listUsersPlural: Handler<'listUsersPlural'> = (call, context) => listUsers(call, context)
