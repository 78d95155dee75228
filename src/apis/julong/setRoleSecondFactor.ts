import { refuseOutranked } from '../../roles/authority.js'
import { setFactorRequirement } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const setRoleSecondFactor: Handler<'setRoleSecondFactor'> = async ({ path, body, caller, reply }, context) => {
  const { required } = body
  await setFactorRequirement(context, { id: path.roleId, required }, (transaction) =>
    refuseOutranked(transaction, caller, path.roleId)
  )
  return reply(200, { data: { required }, meta: { message: '设置成功', status: 200 } })
}
