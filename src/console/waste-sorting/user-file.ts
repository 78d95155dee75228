import { limits } from '../../../generated/limits/waste-sorting.ts'
import { rulesOf } from '../forms/rules.ts'
import { addAdministrator } from './user-actions.ts'

/** The columns of users in a file that is exported. */
export const userFields = ['id', 'username', 'role', 'points', 'status'] as const

/** Administrators in a file that is imported. */
export const administratorImport = {
  name: 'new-administrators',
  limits: limits.createAdministrator,
  rules: rulesOf(limits.createAdministrator),
  create: addAdministrator
}
