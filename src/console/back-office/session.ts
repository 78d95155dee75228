import { orThrow } from 'quintet-sdk'
import { createBackOffice, type BackOfficeSchemas } from 'quintet-sdk/back-office'
import type { Account } from '../session/account.ts'
import { createSession, reading } from '../session/session.ts'
import { refusalOf } from './problems.ts'

export type Admin = BackOfficeSchemas['Admin']
export type Role = BackOfficeSchemas['Role']

/** The role that may change administrators. */
const WRITER = 'admin'

const accountOf = ({ _id, name, role }: Admin): Account => ({ name, id: _id, role })

export const session = createSession({
  api: 'back-office',
  createClient: createBackOffice,
  logIn: (client, name, password, code) => client.login({ body: { name, password, code } }),
  // The login answers the token alone.
  accountOf: async (_body, _name, client) => accountOf(orThrow(await client.getCurrentAdmin()).body),
  refusalOf,
  logOut: (client) => client.logout(),
  explain: async (message, operation) => (await import('./needed-right.ts')).explain(message, operation)
})

export const mayWrite = (): boolean => session.account.value?.role === WRITER

/** The role may have been changed since the login. */
export async function refreshAccount(): Promise<void> {
  session.update(accountOf((await session.call((api) => api.getCurrentAdmin({ ...reading }))).body))
}
