import { confirmSecondFactor as confirm } from '../../accounts/second-factor/enrol.js'
import type { Handler } from './handler.js'

export const confirmSecondFactor: Handler<'confirmSecondFactor'> = async ({ body, caller, reply }, context) =>
  reply(200, { recoveryCodes: await confirm(context, caller, body.code) })
