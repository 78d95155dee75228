import { rightsOfRole } from '../../roles/rights.js'
import { treeOf } from '../../roles/tree.js'
import type { Handler } from './handler.js'
import { serializeMenu } from './serializers.js'

export const listMenus: Handler<'listMenus'> = async ({ caller, reply }, { db }) => {
  const menus = treeOf(await rightsOfRole(db, caller.account.role_id)).map(serializeMenu)
  return reply(200, { data: menus, meta: { message: '获取菜单列表成功', status: 200 } })
}
