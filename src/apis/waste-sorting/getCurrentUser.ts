import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const getCurrentUser: Handler<'getCurrentUser'> = ({ caller, reply }) =>
  reply(200, serializeUser(caller.account))
