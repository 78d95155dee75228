import type { Session } from 'quintet-sdk'
import type { WasteSortingClient } from 'quintet-sdk/waste-sorting'

/** The route at which each operation is called. An operation without an entry does not compile. */
export const operations = {
  listOwnSessions: 'waste-sorting-me',
  endOwnSession: 'waste-sorting-me',
  endOtherSessions: 'waste-sorting-me',
  logout: 'waste-sorting-users',
  listSessions: 'waste-sorting-sessions',
  endSession: 'waste-sorting-sessions',
  endUserSessions: 'waste-sorting-sessions',
  login: 'waste-sorting-login',
  register: 'waste-sorting-register',
  getCurrentUser: 'waste-sorting-me',
  changePassword: 'waste-sorting-me',
  listUsers: 'waste-sorting-users',
  setUserStatus: 'waste-sorting-users',
  createAdministrator: 'waste-sorting-users-new',
  getUser: 'waste-sorting-user',
  setUserPassword: 'waste-sorting-user',
  countUsers: 'waste-sorting-overview',
  countLogins: 'waste-sorting-overview',
  countRegistrations: 'waste-sorting-overview',
  countRefusals: 'waste-sorting-overview'
} satisfies Record<Exclude<keyof WasteSortingClient, keyof Session>, `waste-sorting-${string}`>
