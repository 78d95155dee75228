import type { Session } from 'quintet-sdk'
import type { BackOfficeClient } from 'quintet-sdk/back-office'

/** The route at which each operation is called, or why none calls it. An operation without an entry does not compile. */
export const operations = {
  getSecondFactor: 'back-office-me',
  beginSecondFactor: 'back-office-me',
  confirmSecondFactor: 'back-office-me',
  removeSecondFactor: 'back-office-me',
  renewRecoveryCodes: 'back-office-me',
  removeAdminSecondFactor: 'back-office-admin',
  getRoleSecondFactor: 'back-office-roles',
  setRoleSecondFactor: 'back-office-roles',
  listOwnSessions: 'back-office-me',
  endOwnSession: 'back-office-me',
  endOtherSessions: 'back-office-me',
  logout: 'back-office-admins',
  listSessions: 'back-office-sessions',
  endSession: 'back-office-sessions',
  endAdminSessions: 'back-office-sessions',
  login: 'back-office-login',
  changePassword: 'back-office-me',
  getCurrentAdmin: 'back-office-admins',
  listAdmins: 'back-office-admins',
  setAdminState: 'back-office-admins',
  removeAdmin: 'back-office-admins',
  createAdmin: 'back-office-admins-new',
  getAdmin: 'back-office-admin',
  updateAdmin: 'back-office-admin',
  assignAdminRole: 'back-office-admin',
  listRoles: 'back-office-roles',
  patchAdmin: 'twin: the same change as updateAdmin, by PATCH',
  countAdmins: 'back-office-overview',
  countLogins: 'back-office-overview',
  countRegistrations: 'back-office-overview',
  countRefusals: 'back-office-overview'
} satisfies Record<Exclude<keyof BackOfficeClient, keyof Session>, `back-office-${string}` | `twin: ${string}`>
