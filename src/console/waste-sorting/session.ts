import { orThrow } from 'quintet-sdk'
import { createWasteSorting, type WasteSortingSchemas } from 'quintet-sdk/waste-sorting'
import type { Account } from '../session/account.ts'
import { createSession } from '../session/session.ts'
import { refusalOf } from './problems.ts'

export type User = WasteSortingSchemas['User']

const ADMINISTRATOR = 1

export const accountOf = ({ id, username, role }: User): Account => ({ name: username, id, role })

export const session = createSession({
  api: 'waste-sorting',
  createClient: createWasteSorting,
  logIn: (client, username, password) => client.login({ body: { username, password } }),
  // The login answers neither id nor name.
  accountOf: async (_body, _name, client) => accountOf(orThrow(await client.getCurrentUser()).body),
  refusalOf,
  logOut: (client) => client.logout(),
  explain: async (message, operation) => (await import('./needed-right.ts')).explain(message, operation)
})

export const isAdministrator = (): boolean => session.account.value?.role === ADMINISTRATOR
