import type { operations } from '../../../generated/julong.js'
import { julongRealm, type JulongAccount } from '../../realms/julong.js'
import { defineApi } from '../../http/api.js'
import { addUser } from './addUser.js'
import { assignUserRole } from './assignUserRole.js'
import { beginSecondFactor } from './beginSecondFactor.js'
import { changePassword } from './changePassword.js'
import { checkUserName } from './checkUserName.js'
import { confirmSecondFactor } from './confirmSecondFactor.js'
import { countAudit } from './countAudit.js'
import { countUsers } from './countUsers.js'
import { createRole } from './createRole.js'
import { endOtherSessions } from './endOtherSessions.js'
import { endOwnSession } from './endOwnSession.js'
import { endSession } from './endSession.js'
import { endUserSessions } from './endUserSessions.js'
import { getCurrentUser } from './getCurrentUser.js'
import { getRole } from './getRole.js'
import { getRoleSecondFactor } from './getRoleSecondFactor.js'
import { getSecondFactor } from './getSecondFactor.js'
import { getUser } from './getUser.js'
import { grantRoleRights } from './grantRoleRights.js'
import { listAudit } from './listAudit.js'
import { listMenus } from './listMenus.js'
import { listOwnSessions } from './listOwnSessions.js'
import { listRights } from './listRights.js'
import { listRoles } from './listRoles.js'
import { listSessions } from './listSessions.js'
import { listUsers } from './listUsers.js'
import { listUsersPlural } from './listUsersPlural.js'
import { login } from './login.js'
import { logout } from './logout.js'
import { patchUser } from './patchUser.js'
import { problems } from './problems.js'
import { registerUser } from './registerUser.js'
import { removeRole } from './removeRole.js'
import { removeSecondFactor } from './removeSecondFactor.js'
import { removeUser } from './removeUser.js'
import { removeUserSecondFactor } from './removeUserSecondFactor.js'
import { renewRecoveryCodes } from './renewRecoveryCodes.js'
import { revokeRoleRight } from './revokeRoleRight.js'
import { samples } from './samples.js'
import { setRoleSecondFactor } from './setRoleSecondFactor.js'
import { setUserState } from './setUserState.js'
import { updateRole } from './updateRole.js'
import { updateUser } from './updateUser.js'

export const julong = defineApi<operations, JulongAccount>({
  realm: julongRealm,
  problems,
  accountCreation: {
    operationId: 'addUser',
    fields: { name: 'userName', password: 'password', email: 'email', mobile: 'mobile' }
  },
  samples,
  handlers: {
    addUser,
    assignUserRole,
    beginSecondFactor,
    changePassword,
    checkUserName,
    confirmSecondFactor,
    countAudit,
    countUsers,
    createRole,
    endOtherSessions,
    endOwnSession,
    endSession,
    endUserSessions,
    getCurrentUser,
    getRole,
    getRoleSecondFactor,
    getSecondFactor,
    getUser,
    grantRoleRights,
    listAudit,
    listMenus,
    listOwnSessions,
    listRights,
    listRoles,
    listSessions,
    listUsers,
    listUsersPlural,
    login,
    logout,
    patchUser,
    registerUser,
    removeRole,
    removeSecondFactor,
    removeUser,
    removeUserSecondFactor,
    renewRecoveryCodes,
    revokeRoleRight,
    setRoleSecondFactor,
    setUserState,
    updateRole,
    updateUser
  }
})
