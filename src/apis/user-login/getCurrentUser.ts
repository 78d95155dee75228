import type { Handler } from './handler.js'
import { serializeProfile } from './serializers.js'

export const getCurrentUser: Handler<'getCurrentUser'> = ({ caller, reply }) =>
  reply(200, serializeProfile(caller.account))
