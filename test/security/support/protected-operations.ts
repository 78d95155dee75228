import type { RealmName } from '../../../src/config/realm-names.js'

/** An operation that answers 200 to any token of an account of this role. */
export interface ProtectedOperation {
  method: 'GET' | 'POST'
  path: string
  roleId?: number
  /** What it answers besides 401 to a token that has ended. */
  endedStatus?: number
}

/** Where each API shows whether it takes a token. */
export const protectedOperationsOf: Record<RealmName, ProtectedOperation[]> = {
  tms: [{ method: 'GET', path: '/tms/user/me' }],
  julong: [{ method: 'GET', path: '/api/private/v1/menus' }],
  'waste-sorting': [{ method: 'GET', path: '/api/admin/users?limit=1', roleId: 1 }],
  'user-login': [
    { method: 'GET', path: '/api/users/me' },
    { method: 'POST', path: '/api/users/refresh_token', endedStatus: 403 }
  ],
  'back-office': [{ method: 'GET', path: '/admin/roles' }]
}
