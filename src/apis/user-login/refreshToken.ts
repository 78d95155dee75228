import { refreshToken as exchange } from '../../accounts/refresh.js'
import type { Handler } from './handler.js'
import { presentToken } from './present.js'

export const refreshToken: Handler<'refreshToken'> = async ({ token, reply }, context) =>
  reply(200, presentToken(context.realm, await exchange(context, token)))
