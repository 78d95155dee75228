import type { operations as BackOffice } from '../../../generated/back-office.js'
import type { operations as Julong } from '../../../generated/julong.js'
import type { operations as Tms } from '../../../generated/tms.js'
import type { operations as UserLogin } from '../../../generated/user-login.js'
import type { operations as WasteSorting } from '../../../generated/waste-sorting.js'
import type { AuditAction } from '../../../src/audit/record.js'
import type { RealmName } from '../../../src/config/realm-names.js'

/** Who or what an entry is about: the caller, the account or role of the path, the one that the body names. */
export type Target = 'caller' | 'path account' | 'named account' | 'path role' | 'named role'

export interface Audited {
  action: AuditAction
  target: Target
  /** Statuses with which the operation refuses a password, which is recorded as failed. */
  refusals?: number[]
}

/** What operations leave in the audit trail: nothing where they are left out, as all may that change no account and no role. */
type AuditTable<Operations> = { [Id in keyof Operations]?: Audited }

const login = (...refusals: number[]): Audited => ({ action: 'login', target: 'named account', refusals })
const create: Audited = { action: 'account-create', target: 'named account' }
const logout: Audited = { action: 'logout', target: 'caller' }

const tms: AuditTable<Tms> = {
  login: login(400),
  register: create,
  logout,
  updateCurrentUser: { action: 'account-update', target: 'caller' }
}

const julong: AuditTable<Julong> = {
  login: login(400, 403),
  addUser: create,
  registerUser: create,
  setUserState: { action: 'account-disable', target: 'path account' },
  patchUser: { action: 'account-update', target: 'path account' },
  updateUser: { action: 'account-update', target: 'path account' },
  removeUser: { action: 'account-remove', target: 'path account' },
  assignUserRole: { action: 'account-role', target: 'path account' },
  createRole: { action: 'role-create', target: 'named role' },
  updateRole: { action: 'role-update', target: 'path role' },
  removeRole: { action: 'role-remove', target: 'path role' },
  grantRoleRights: { action: 'role-rights', target: 'path role' },
  revokeRoleRight: { action: 'role-rights', target: 'path role' }
}

const wasteSorting: AuditTable<WasteSorting> = {
  register: create,
  login: login(401, 403),
  changePassword: { action: 'password-change', target: 'caller', refusals: [403] },
  createAdministrator: create,
  setUserStatus: { action: 'account-disable', target: 'path account' },
  setUserPassword: { action: 'password-set', target: 'path account' }
}

const reset: Audited = { action: 'password-reset', target: 'named account', refusals: [400, 404] }

const userLogin: AuditTable<UserLogin> = {
  register: create,
  login: login(400, 403),
  logout,
  refreshToken: { action: 'token-exchange', target: 'caller' },
  resetPassword: reset,
  resetPasswordHyphenated: reset
}

const backOffice: AuditTable<BackOffice> = {
  login: login(400, 403),
  createAdmin: create,
  setAdminState: { action: 'account-disable', target: 'path account' },
  patchAdmin: { action: 'account-update', target: 'path account' },
  updateAdmin: { action: 'account-update', target: 'path account' },
  removeAdmin: { action: 'account-remove', target: 'path account' },
  assignAdminRole: { action: 'account-role', target: 'path account' }
}

/** By API and operationId. */
export const audited: Record<RealmName, Record<string, Audited | undefined>> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}
