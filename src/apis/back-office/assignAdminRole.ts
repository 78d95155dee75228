import { setRole } from '../../accounts/administration.js'
import { requireBackOfficeRole } from '../../roles/back-office-roles.js'
import type { Handler } from './handler.js'

export const assignAdminRole: Handler<'assignAdminRole'> = async ({ path, body, reply }, context) => {
  const roleId = body.rid
  await requireBackOfficeRole(context.db, roleId)
  await setRole(context, path.id, roleId)
  return reply(200, null)
}
