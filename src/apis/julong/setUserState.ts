import { setDisabled } from '../../accounts/administration.js'
import { ofNoHigherRole } from '../../roles/authority.js'
import type { Handler } from './handler.js'

export const setUserState: Handler<'setUserState'> = async ({ path, caller, reply }, context) => {
  const user = await setDisabled(context, path.uId, path.type === 'false', ofNoHigherRole(caller))
  const { id, role_id: rid, name: username, mobile, email, disabled } = user
  return reply(200, {
    data: { id, rid, username, mobile, email, mg_state: disabled ? 0 : 1 },
    meta: { message: '设置状态成功', status: 200 }
  })
}
