import type { operations } from '../../../generated/back-office.js'
import { backOfficeRealm, type BackOfficeAccount } from '../../realms/back-office.js'
import { defineApi } from '../../http/api.js'
import { assignAdminRole } from './assignAdminRole.js'
import { beginSecondFactor } from './beginSecondFactor.js'
import { changePassword } from './changePassword.js'
import { confirmSecondFactor } from './confirmSecondFactor.js'
import { countAdmins } from './countAdmins.js'
import { countLogins } from './countLogins.js'
import { countRefusals } from './countRefusals.js'
import { countRegistrations } from './countRegistrations.js'
import { createAdmin } from './createAdmin.js'
import { endAdminSessions } from './endAdminSessions.js'
import { endOtherSessions } from './endOtherSessions.js'
import { endOwnSession } from './endOwnSession.js'
import { endSession } from './endSession.js'
import { getAdmin } from './getAdmin.js'
import { getCurrentAdmin } from './getCurrentAdmin.js'
import { getRoleSecondFactor } from './getRoleSecondFactor.js'
import { getSecondFactor } from './getSecondFactor.js'
import { listAdmins } from './listAdmins.js'
import { listOwnSessions } from './listOwnSessions.js'
import { listRoles } from './listRoles.js'
import { listSessions } from './listSessions.js'
import { login } from './login.js'
import { logout } from './logout.js'
import { patchAdmin } from './patchAdmin.js'
import { problems } from './problems.js'
import { removeAdmin } from './removeAdmin.js'
import { removeAdminSecondFactor } from './removeAdminSecondFactor.js'
import { removeSecondFactor } from './removeSecondFactor.js'
import { renewRecoveryCodes } from './renewRecoveryCodes.js'
import { samples } from './samples.js'
import { setAdminState } from './setAdminState.js'
import { setRoleSecondFactor } from './setRoleSecondFactor.js'
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
    beginSecondFactor,
    changePassword,
    confirmSecondFactor,
    countAdmins,
    countLogins,
    countRefusals,
    countRegistrations,
    createAdmin,
    endAdminSessions,
    endOtherSessions,
    endOwnSession,
    endSession,
    getAdmin,
    getCurrentAdmin,
    getRoleSecondFactor,
    getSecondFactor,
    listAdmins,
    listOwnSessions,
    listRoles,
    listSessions,
    login,
    logout,
    patchAdmin,
    removeAdmin,
    removeAdminSecondFactor,
    removeSecondFactor,
    renewRecoveryCodes,
    setAdminState,
    setRoleSecondFactor,
    updateAdmin
  }
})
