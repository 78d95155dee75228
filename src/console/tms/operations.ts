import type { Session } from 'quintet-sdk'
import type { TmsClient } from 'quintet-sdk/tms'

/** The route at which each operation is called. An operation without an entry does not compile. */
export const operations = {
  listOwnSessions: 'tms-me',
  endOwnSession: 'tms-me',
  endOtherSessions: 'tms-me',
  login: 'tms-login',
  register: 'tms-register',
  logout: 'tms-tasks',
  listTasks: 'tms-tasks',
  countTasks: 'tms-overview',
  createTask: 'tms-tasks-new',
  getTask: 'tms-task',
  updateTask: 'tms-task',
  deleteTask: 'tms-task',
  listUsers: 'tms-users',
  getCurrentUser: 'tms-me',
  updateCurrentUser: 'tms-me'
} satisfies Record<Exclude<keyof TmsClient, keyof Session>, `tms-${string}`>
