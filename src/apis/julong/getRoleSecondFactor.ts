import { roleRequiresFactor } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const getRoleSecondFactor: Handler<'getRoleSecondFactor'> = async ({ path, reply }, { db, realm }) => {
  const required = await roleRequiresFactor(db, realm, path.roleId)
  return reply(200, { data: { required }, meta: { message: '查询成功', status: 200 } })
}
