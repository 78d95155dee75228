import { AUDIT_MENU, rightsOfRole } from '../../roles/rights.js'
import { treeOf } from '../../roles/tree.js'
import type { Handler } from './handler.js'
import { serializeMenu } from './serializers.js'

export const listMenus: Handler<'listMenus'> = async ({ query, caller, reply }, { db }) => {
  const held = await rightsOfRole(db, caller.account.role_id)
  const shown = query.audit === 'true' ? held : held.filter(({ id }) => id !== AUDIT_MENU)
  const menus = treeOf(shown).map(serializeMenu)
  return reply(200, { data: menus, meta: { message: '获取菜单列表成功', status: 200 } })
}
