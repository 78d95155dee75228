import { findAccount } from '../../accounts/find.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const getUser: Handler<'getUser'> = async ({ path, reply }, { db, realm }) =>
  reply(200, serializeUser(await findAccount(db, realm, path.user_id)))
