import type { Handler } from './handler.js'
import { serializeAdmin } from './serializers.js'

export const getCurrentAdmin: Handler<'getCurrentAdmin'> = ({ caller, reply }) =>
  reply(200, serializeAdmin(caller.account))
