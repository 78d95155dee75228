import type { RealmName } from '../../../src/config/realm-names.js'
import type { AccountRow } from '../../../src/realms/realm.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { createAccount } from '../../../src/accounts/register.js'
import { realmContext } from '../../../src/server/context.js'
import type { PasswordHasher } from '../../../src/passwords/hasher.js'
import { signToken } from '../../../src/tokens/token.js'
import { traitsOf } from '../../apis/index.js'
import { freshNameOf, PASSWORD } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'

const kept = new Map<string, Promise<string>>()

/** The server, its passwords hashed once for all accounts that get the same: for tests that need many accounts. */
export function withHashesKept<Server extends Pick<TestServer, 'context'>>(server: Server): Server {
  const { passwords } = server.context
  const hash: PasswordHasher['hash'] = (scheme, password) => {
    const key = `${scheme} ${password}`
    const made = kept.get(key) ?? passwords.hash(scheme, password)
    kept.set(key, made)
    return made
  }
  return { ...server, context: { ...server.context, passwords: { ...passwords, hash } } }
}

/** A new account with `PASSWORD`; its role is the lowest unless `roleId` names one. */
export async function person(
  server: Pick<TestServer, 'context'>,
  api: RealmName,
  roleId?: number
): Promise<AccountRow> {
  const realm = realmNamed(api)
  const { also } = traitsOf[api]
  return createAccount(realmContext(withHashesKept(server).context, realm), {
    name: freshNameOf(realm),
    password: PASSWORD,
    ...(roleId !== undefined && { values: { role_id: roleId } }),
    ...(also !== undefined && { also })
  })
}

/** A token of this account, as its login would answer it. */
export function tokenOf(server: Pick<TestServer, 'context'>, api: RealmName, account: AccountRow): string {
  const realm = realmNamed(api)
  return signToken(realm, realmContext(server.context, realm).keys, account)
}
