import type { Session } from 'quintet-sdk'
import type { UserLoginClient } from 'quintet-sdk/user-login'

/** The route at which each operation is called. An operation without an entry does not compile. */
export const operations = {
  listOwnSessions: 'user-login-me',
  endOwnSession: 'user-login-me',
  endOtherSessions: 'user-login-me',
  login: 'user-login-login',
  register: 'user-login-register',
  getCurrentUser: 'user-login-me',
  getMe: 'user-login-me',
  refreshToken: 'user-login-me',
  logout: 'user-login-me',
  resetPassword: 'user-login-reset-password',
  resetPasswordHyphenated: 'user-login-reset-password'
} satisfies Record<Exclude<keyof UserLoginClient, keyof Session>, `user-login-${string}`>
