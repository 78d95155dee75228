import { allRights } from '../../roles/rights.js'
import { treeOf } from '../../roles/tree.js'
import type { Handler } from './handler.js'
import { serializeRight, serializeTree } from './serializers.js'

export const listRights: Handler<'listRights'> = async ({ path, reply }, { db }) => {
  const rights = await allRights(db)
  const data = path.type === 'tree' ? serializeTree(treeOf(rights)) : rights.map(serializeRight)
  return reply(200, { data, meta: { message: '获取权限列表成功', status: 200 } })
}
