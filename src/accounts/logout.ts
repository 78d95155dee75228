import { revokeToken } from '../tokens/revocation.js'
import type { Caller } from './caller.js'
import type { RealmContext } from './realm-context.js'

/** Ends the caller's token. */
export async function logout({ db, realm }: Pick<RealmContext, 'db' | 'realm'>, caller: Caller): Promise<void> {
  await revokeToken(db, realm, caller.token)
}
