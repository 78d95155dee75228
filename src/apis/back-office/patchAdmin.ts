import type { Handler } from './handler.js'
import { updateAdmin } from './updateAdmin.js'

export const patchAdmin: Handler<'patchAdmin'> = (call, context) => updateAdmin(call, context)
