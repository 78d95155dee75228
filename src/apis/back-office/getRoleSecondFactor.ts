import { roleDemandsFactor } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const getRoleSecondFactor: Handler<'getRoleSecondFactor'> = async ({ path, reply }, { db, realm }) =>
  reply(200, { required: await roleDemandsFactor(db, realm, path.rid) })
