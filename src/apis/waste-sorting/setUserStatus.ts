import { setDisabled } from '../../accounts/administration.js'
import { domainError } from '../../domain-error.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const setUserStatus: Handler<'setUserStatus'> = async ({ path, body, caller, reply }, context) => {
  const ban = body.status === 1
  if (ban && path.user_id === caller.account.id) throw domainError('own-account')
  const user = await setDisabled(context, path.user_id, ban)
  return reply(200, { message: `用户 ${user.name} 状态已更新`, user: serializeUser(user) })
}
