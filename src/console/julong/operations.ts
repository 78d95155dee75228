import type { Session } from 'quintet-sdk'
import type { JulongClient } from 'quintet-sdk/julong'

/** The route at which each operation is called, or why none calls it. An operation without an entry does not compile. */
export const operations = {
  login: 'julong-login',
  listUsers: 'julong-users',
  setUserState: 'julong-users',
  removeUser: 'julong-users',
  addUser: 'julong-users-new',
  checkUserName: 'julong-users-new',
  getUser: 'julong-user',
  updateUser: 'julong-user',
  listUsersPlural: 'twin: the same list as listUsers, for clients that name it so',
  patchUser: 'twin: the same change as updateUser, by PATCH',
  registerUser: 'todo',
  assignUserRole: 'todo',
  listRights: 'todo',
  listRoles: 'todo',
  createRole: 'todo',
  getRole: 'todo',
  updateRole: 'todo',
  removeRole: 'todo',
  grantRoleRights: 'todo',
  revokeRoleRight: 'todo',
  listMenus: 'todo',
  listAudit: 'todo',
  countAudit: 'todo',
  countUsers: 'todo',
  getCurrentUser: 'todo'
} satisfies Record<Exclude<keyof JulongClient, keyof Session>, `julong-${string}` | `twin: ${string}` | 'todo'>
