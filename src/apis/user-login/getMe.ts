import { requireProfile } from '../../accounts/profile.js'
import type { Handler } from './handler.js'
import { serializeProfile } from './serializers.js'

export const getMe: Handler<'getMe'> = ({ caller, reply }) => {
  requireProfile(caller.account)
  return reply(200, serializeProfile(caller.account))
}
