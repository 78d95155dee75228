import { createAccount } from '../../src/accounts/register.js'
import { findAccount } from '../../src/accounts/find.js'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountId } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { signToken } from '../../src/tokens/token.js'
import { traitsOf } from '../apis/index.js'
import { freshNameOf, PASSWORD } from './accounts.js'
import type { TestServer } from './server.js'

/** An account that may do everything in its realm, with as many tokens as one likes. */
export interface Actor {
  id: AccountId
  /** With `PASSWORD`. */
  name: string
  /** A new token, for a request may end the one that it is sent with. */
  token(): Promise<string>
}

export async function createActor({ context }: Pick<TestServer, 'context'>, name: RealmName): Promise<Actor> {
  const realm = realmNamed(name)
  const { also } = traitsOf[name]
  const scoped = realmContext(context, realm)
  const { id, name: login } = await createAccount(scoped, {
    name: freshNameOf(realm),
    password: PASSWORD,
    values: realm.administratorRole === undefined ? {} : { role_id: realm.administratorRole },
    ...(also !== undefined && { also })
  })
  return { id, name: login, token: async () => signToken(realm, scoped.keys, await findAccount(scoped.db, realm, id)) }
}
