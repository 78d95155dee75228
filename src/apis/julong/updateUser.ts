import { updateAccount } from '../../accounts/update.js'
import { emptied } from '../../http/emptied.js'
import { ofNoHigherRole } from '../../roles/authority.js'
import type { Handler } from './handler.js'
import { serializeUser } from './serializers.js'

export const updateUser: Handler<'updateUser'> = async ({ path, body, caller, reply }, context) => {
  const values = { email: emptied(body.email), mobile: emptied(body.mobile) }
  const { after } = await updateAccount(context, path.id, { values }, ofNoHigherRole(caller))
  return reply(200, { data: serializeUser(after), meta: { message: '更新成功', status: 200 } })
}
