import type { Session } from 'quintet-sdk'
import type { JulongClient } from 'quintet-sdk/julong'

/** The route at which each operation is called, or why none calls it. An operation without an entry does not compile. */
export const operations = {
  listOwnSessions: 'julong-me',
  endOwnSession: 'julong-me',
  endOtherSessions: 'julong-me',
  logout: 'julong-users',
  listSessions: 'julong-sessions',
  endSession: 'julong-sessions',
  endUserSessions: 'julong-sessions',
  login: 'julong-login',
  changePassword: 'julong-me',
  listUsers: 'julong-users',
  setUserState: 'julong-users',
  removeUser: 'julong-users',
  addUser: 'julong-users-new',
  checkUserName: 'julong-users-new',
  getUser: 'julong-user',
  updateUser: 'julong-user',
  listUsersPlural: 'twin: the same list as listUsers, for clients that name it so',
  patchUser: 'twin: the same change as updateUser, by PATCH',
  registerUser: 'julong-register',
  assignUserRole: 'julong-user',
  listRights: 'julong-rights',
  listRoles: 'julong-roles',
  createRole: 'julong-roles-new',
  getRole: 'julong-role',
  updateRole: 'julong-role',
  removeRole: 'julong-roles',
  grantRoleRights: 'julong-role-rights',
  revokeRoleRight: 'julong-roles',
  listMenus: 'the navigation',
  listAudit: 'julong-audit',
  countUsers: 'julong-overview',
  countAudit: 'julong-overview',
  getCurrentUser: 'julong-role-rights'
} satisfies Record<
  Exclude<keyof JulongClient, keyof Session>,
  `julong-${string}` | `twin: ${string}` | 'the navigation'
>
