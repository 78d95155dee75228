import type { operations } from '../../../generated/user-login.js'
import { userLoginRealm, type UserLoginAccount } from '../../realms/user-login.js'
import { defineApi } from '../../http/api.js'
import { endOtherSessions } from './endOtherSessions.js'
import { endOwnSession } from './endOwnSession.js'
import { getCurrentUser } from './getCurrentUser.js'
import { getMe } from './getMe.js'
import { listOwnSessions } from './listOwnSessions.js'
import { login } from './login.js'
import { logout } from './logout.js'
import { problems } from './problems.js'
import { refreshToken } from './refreshToken.js'
import { register } from './register.js'
import { resetPassword } from './resetPassword.js'
import { resetPasswordHyphenated } from './resetPasswordHyphenated.js'
import { samples } from './samples.js'

export const userLogin = defineApi<operations, UserLoginAccount>({
  realm: userLoginRealm,
  problems,
  accountCreation: { operationId: 'register', fields: { name: 'email', password: 'password' } },
  samples,
  handlers: {
    endOtherSessions,
    endOwnSession,
    getCurrentUser,
    getMe,
    listOwnSessions,
    login,
    logout,
    refreshToken,
    register,
    resetPassword,
    resetPasswordHyphenated
  }
})
