import type { operations } from '../../../generated/back-office.js'
import { backOfficeRealm, type BackOfficeAccount } from '../../realms/back-office.js'
import { defineApi } from '../../http/api.js'
import { assignAdminRole } from './assignAdminRole.js'
import { changePassword } from './changePassword.js'
import { countAdmins } from './countAdmins.js'
import { countLogins } from './countLogins.js'
import { countRefusals } from './countRefusals.js'
import { countRegistrations } from './countRegistrations.js'
import { createAdmin } from './createAdmin.js'
import { getAdmin } from './getAdmin.js'
import { getCurrentAdmin } from './getCurrentAdmin.js'
import { listAdmins } from './listAdmins.js'
import { listRoles } from './listRoles.js'
import { login } from './login.js'
import { patchAdmin } from './patchAdmin.js'
import { problems } from './problems.js'
import { removeAdmin } from './removeAdmin.js'
import { samples } from './samples.js'
import { setAdminState } from './setAdminState.js'
import { updateAdmin } from './updateAdmin.js'

export const backOffice = defineApi<operations, BackOfficeAccount>({
  realm: backOfficeRealm,
  problems,
  accountCreation: {
    operationId: 'createAdmin',
    fields: { name: 'name', password: 'password', email: 'email', mobile: 'mobile' }
  },
  samples,
  handlers: {
    assignAdminRole,
    changePassword,
    countAdmins,
    countLogins,
    countRefusals,
    countRegistrations,
    createAdmin,
    getAdmin,
    getCurrentAdmin,
    listAdmins,
    listRoles,
    login,
    patchAdmin,
    removeAdmin,
    setAdminState,
    updateAdmin
  }
})
