import { findAccount } from '../../accounts/find.js'
import type { Handler } from './handler.js'
import { presentUser } from './present.js'

export const getUser: Handler<'getUser'> = async ({ path, reply }, { db, realm }) =>
  reply(200, presentUser(await findAccount(db, realm, path.user_id)))
