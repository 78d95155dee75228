import type { RealmName } from '../../../src/config/realm-names.js'
import type { AccountId } from '../../../src/realms/realm.js'
import type { Answer, Client } from '../../support/client.js'

/** The paths, names and answers of an API whose accounts may have a second factor. */
export interface FactorPlace {
  api: RealmName
  /** Path of the own account. */
  me: string
  login(client: Client, name: string, password: string, code?: unknown): Promise<Answer>
  /** The refusal with this status and message. */
  refusal(status: number, message: string): unknown
  /** What a success answers beside its message. */
  dataOf(body: Answer['body']): Answer['body']
  recoveryCodesIn(body: Answer['body']): string[]
  accountPath(id: AccountId): string
  rolePath(id: number): string
  /** A path that needs no right but a login, or the least one. */
  any: string
  /** The role of administrators, and the table of roles. */
  roles: { highest: number; table: string }
}

export const factorPlaces: FactorPlace[] = [
  {
    api: 'julong',
    me: '/api/private/v1/me',
    login: (client, username, password, code) =>
      client.post('/api/private/v1/login', { json: { username, password, code } }),
    refusal: (status, message) => ({ data: null, meta: { message, status } }),
    dataOf: (body) => body.data,
    recoveryCodesIn: (body) => body.data.recovery_codes,
    accountPath: (id) => `/api/private/v1/users/${id}/second-factor`,
    rolePath: (id) => `/api/private/v1/roles/${id}/second-factor`,
    any: '/api/private/v1/menus',
    roles: { highest: 0, table: 'julong.roles' }
  },
  {
    api: 'back-office',
    me: '/admin/me',
    login: (client, name, password, code) => client.post('/admin/login', { json: { name, password, code } }),
    refusal: (_status, message) => ({ message }),
    dataOf: (body) => body,
    recoveryCodesIn: (body) => body.recoveryCodes,
    accountPath: (id) => `/admin/admins/${id}/second-factor`,
    rolePath: (id) => `/admin/roles/${id}/second-factor`,
    any: '/admin/roles',
    roles: { highest: 1, table: 'back_office.roles' }
  }
]
