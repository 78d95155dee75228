import { listBackOfficeRoles } from '../../roles/back-office-roles.js'
import type { Handler } from './handler.js'
import { serializeRole } from './serializers.js'

export const listRoles: Handler<'listRoles'> = async ({ reply }, { db }) => {
  const roles = await listBackOfficeRoles(db)
  return reply(200, roles.map(serializeRole))
}
