import type { Handler } from './handler.js'
import { updateUser } from './updateUser.js'

export const patchUser: Handler<'patchUser'> = (call, context) => updateUser(call, context)
