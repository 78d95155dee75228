import { findAccount } from '../../accounts/find.js'
import type { Handler } from './handler.js'
import { serializeAdmin } from './serializers.js'

export const getAdmin: Handler<'getAdmin'> = async ({ path, reply }, { db, realm }) =>
  reply(200, serializeAdmin(await findAccount(db, realm, path.id)))
