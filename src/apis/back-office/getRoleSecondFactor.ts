import { roleRequiresFactor } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const getRoleSecondFactor: Handler<'getRoleSecondFactor'> = async ({ path, reply }, { db, realm }) =>
  reply(200, { required: await roleRequiresFactor(db, realm, path.rid) })
