import type { operations } from '../../../generated/waste-sorting.js'
import { wasteSortingRealm, type WasteSortingAccount } from '../../realms/waste-sorting.js'
import { defineApi } from '../../http/api.js'
import { changePassword } from './changePassword.js'
import { countLogins } from './countLogins.js'
import { countRefusals } from './countRefusals.js'
import { countRegistrations } from './countRegistrations.js'
import { countUsers } from './countUsers.js'
import { createAdministrator } from './createAdministrator.js'
import { endOtherSessions } from './endOtherSessions.js'
import { endOwnSession } from './endOwnSession.js'
import { endSession } from './endSession.js'
import { endUserSessions } from './endUserSessions.js'
import { getCurrentUser } from './getCurrentUser.js'
import { getUser } from './getUser.js'
import { listOwnSessions } from './listOwnSessions.js'
import { listSessions } from './listSessions.js'
import { listUsers } from './listUsers.js'
import { login } from './login.js'
import { logout } from './logout.js'
import { problems } from './problems.js'
import { register } from './register.js'
import { samples } from './samples.js'
import { setUserPassword } from './setUserPassword.js'
import { setUserStatus } from './setUserStatus.js'

export const wasteSorting = defineApi<operations, WasteSortingAccount>({
  realm: wasteSortingRealm,
  problems,
  accountCreation: { operationId: 'createAdministrator', fields: { name: 'username', password: 'password' } },
  samples,
  handlers: {
    changePassword,
    countLogins,
    countRefusals,
    countRegistrations,
    countUsers,
    createAdministrator,
    endOtherSessions,
    endOwnSession,
    endSession,
    endUserSessions,
    getCurrentUser,
    getUser,
    listOwnSessions,
    listSessions,
    listUsers,
    login,
    logout,
    register,
    setUserPassword,
    setUserStatus
  }
})
