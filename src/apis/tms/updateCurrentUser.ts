import { updateAccount } from '../../accounts/update.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const updateCurrentUser: Handler<'updateCurrentUser'> = async ({ body, caller, reply }, context) => {
  const { username: name, nickname, gender, telephone } = body
  const change = { name, values: { nickname, gender, telephone } }
  const { before, after } = await updateAccount(context, caller.account.id, change)
  const data = { 'old user': [serializeUser(before)], 'updated user': [serializeUser(after)] }
  return reply(200, { code: 200, message: '修改成功', data })
}
