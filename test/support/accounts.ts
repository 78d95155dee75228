import { randomBytes } from 'node:crypto'
import { createAccount, type NewAccount } from '../../src/accounts/register.js'
import { emailColumn } from '../../src/realms/file-columns.js'
import type { AccountRow, Realm } from '../../src/realms/realm.js'
import { realmContext } from '../../src/server/context.js'
import { signToken } from '../../src/tokens/token.js'
import { login } from './sessions.js'
import type { TestServer } from './server.js'

export const PASSWORD = 'correct horse'

/** A name that no other test uses. */
export function freshName(prefix = 'user'): string {
  return `${prefix}-${randomBytes(5).toString('hex')}`
}

/** As `freshName`, for an API whose login name is an email. */
export function freshEmail(): string {
  return `${freshName()}@example.com`
}

/** A name that no other test uses, in the form that names of the realm have. */
export function freshNameOf({ fileName }: Pick<Realm, 'fileName'>): string {
  return fileName === emailColumn ? freshEmail() : freshName()
}

/** A new account with `PASSWORD` and a token of it. */
export async function signedUp<Row extends AccountRow>(
  server: Pick<TestServer, 'client' | 'context'>,
  realm: Realm<Row>,
  account: Partial<NewAccount> = {}
): Promise<{ account: Row; token: string }> {
  const name = account.name ?? freshNameOf(realm)
  const password = account.password ?? PASSWORD
  const row = await createAccount(realmContext(server.context, realm), { ...account, name, password })
  return { account: row, token: await login(server.client, realm.name, name, password) }
}

/** A token of this account that ends in these seconds. */
export function tokenEnding<Row extends AccountRow>(
  server: Pick<TestServer, 'context'>,
  realm: Realm<Row>,
  account: Row,
  seconds: number
): string {
  const { keys } = realmContext(server.context, realm)
  return signToken({ ...realm, tokenLifeSeconds: seconds }, keys, account)
}

/** A token of this account that ended a minute ago. */
export function expiredToken<Row extends AccountRow>(
  server: Pick<TestServer, 'context'>,
  realm: Realm<Row>,
  account: Row
): string {
  return tokenEnding(server, realm, account, -60)
}
