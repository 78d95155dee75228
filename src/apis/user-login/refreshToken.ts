import { refreshToken as exchange } from '../../accounts/refresh.js'
import type { Handler } from './handler.js'
import { serializeToken } from './serializers.js'

export const refreshToken: Handler<'refreshToken'> = async ({ token, reply }, context) =>
  reply(200, serializeToken(context.realm, await exchange(context, token)))
