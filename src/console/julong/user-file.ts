import { limits } from '../../../generated/limits/julong.ts'
import { rulesOf } from '../forms/rules.ts'
import { addUser } from './user-actions.ts'

/** The columns of users in a file that is exported. */
export const userFields = ['id', 'username', 'role_name', 'mobile', 'email', 'mg_state', 'create_time', 'type'] as const

/** Users in a file that is imported. */
export const userImport = {
  name: 'new-users',
  limits: limits.addUser,
  rules: rulesOf(limits.addUser),
  create: addUser
}
