import type { Handler } from './handler.js'
import { resetPassword } from './resetPassword.js'

export const resetPasswordHyphenated: Handler<'resetPasswordHyphenated'> = (call, context) =>
  resetPassword(call, context)
