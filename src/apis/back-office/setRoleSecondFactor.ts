import { setFactorRequirement } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const setRoleSecondFactor: Handler<'setRoleSecondFactor'> = async ({ path, body, reply }, context) => {
  await setFactorRequirement(context, { id: path.rid, required: body.required })
  return reply(200, null)
}
