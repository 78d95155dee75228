import { accountGroups } from '../../accounts/counts.js'
import type { Handler } from './handler.js'
import { serializeRoleCounts, serializeStateCounts } from './serializers.js'

export const countAdmins: Handler<'countAdmins'> = async ({ query, reply }, { db, realm }) => {
  const groups = await accountGroups(db, realm)
  return reply(200, query.by === 'role' ? serializeRoleCounts(groups) : serializeStateCounts(groups))
}
