import { limits } from '../../../generated/limits/back-office.ts'
import { rulesOf } from '../forms/rules.ts'
import { addAdmin } from './admin-actions.ts'

/** The columns of administrators in a file that is exported. */
export const adminFields = ['_id', 'name', 'role', 'email', 'mobile', 'state', '__v'] as const

/** Administrators in a file that is imported. */
export const adminImport = {
  name: 'new-admins',
  limits: limits.createAdmin,
  rules: rulesOf(limits.createAdmin),
  create: addAdmin
}
