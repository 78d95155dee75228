import type { components } from '../../../generated/back-office.js'
import type { BackOfficeAccount } from '../../realms/back-office.js'
import type { BackOfficeRole } from '../../roles/back-office-roles.js'

export function serializeAdmin(account: BackOfficeAccount): components['schemas']['Admin'] {
  return {
    state: !account.disabled,
    _id: account.id,
    name: account.name,
    password: '******',
    mobile: account.mobile,
    email: account.email,
    role: account.role_name,
    __v: account.version
  }
}

export function serializeRole(role: BackOfficeRole): components['schemas']['Role'] {
  return { rid: role.id, role: role.name, description: role.description }
}
