import type { operations as BackOffice } from '../../../generated/back-office.js'
import type { operations as Julong } from '../../../generated/julong.js'
import type { operations as Tms } from '../../../generated/tms.js'
import type { operations as UserLogin } from '../../../generated/user-login.js'
import type { operations as WasteSorting } from '../../../generated/waste-sorting.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import type { StatusOf } from '../../../src/http/operation-types.js'

/** What a caller who may use the operation is answered; where it is about a thing of somebody's, by whose it is. */
export type Outcome<Status = number> = Status | { owner: Status; others: Status }

/** An operation that is missing does not compile, nor does a status that its contract does not have. */
type Outcomes<Operations> = { [Id in keyof Operations]: Outcome<StatusOf<Operations[Id]>> }

const tms: Outcomes<Tms> = {
  login: 200,
  register: 200,
  logout: 200,
  getCurrentUser: 200,
  listUsers: 200,
  updateCurrentUser: 200,
  createTask: 200,
  listTasks: 200,
  getTask: 200,
  updateTask: { owner: 200, others: 403 },
  deleteTask: { owner: 200, others: 403 }
}

const julong: Outcomes<Julong> = {
  login: 200,
  listUsers: 200,
  addUser: 201,
  registerUser: 200,
  checkUserName: 200,
  setUserState: 200,
  getUser: 200,
  updateUser: 200,
  removeUser: 200,
  assignUserRole: 200,
  listRights: 200,
  listRoles: 200,
  createRole: 201,
  getRole: 200,
  updateRole: 200,
  removeRole: 200,
  grantRoleRights: 200,
  revokeRoleRight: 200,
  listMenus: 200,
  listAudit: 200
}

const wasteSorting: Outcomes<WasteSorting> = {
  register: 201,
  login: 200,
  changePassword: 200,
  listUsers: 200,
  createAdministrator: 201,
  getUser: 200,
  setUserStatus: 200,
  setUserPassword: 200
}

const userLogin: Outcomes<UserLogin> = {
  register: 200,
  login: 200,
  getCurrentUser: 200,
  logout: 200,
  refreshToken: 200,
  resetPassword: 200,
  resetPasswordHyphenated: 200,
  getMe: 200
}

const backOffice: Outcomes<BackOffice> = {
  login: 200,
  listAdmins: 200,
  createAdmin: 201,
  setAdminState: 200,
  updateAdmin: 200,
  removeAdmin: 200,
  assignAdminRole: 200,
  listRoles: 200
}

/** By API and operationId. */
export const outcomes: Record<RealmName, Record<string, Outcome>> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}
