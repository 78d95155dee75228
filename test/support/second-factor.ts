import { Secret, TOTP } from 'otpauth'
import { newRecoveryCodes } from '../../src/accounts/second-factor/recovery-codes.js'
import { ownerOf } from '../../src/accounts/second-factor/keys.js'
import { factors, keepRecoveryCodes, keyOf, markEnrolled } from '../../src/accounts/second-factor/rows.js'
import { newSecret } from '../../src/accounts/second-factor/totp.js'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountId } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { seal } from '../../src/tokens/secret-box.js'
import type { TestServer } from './server.js'

export interface Factor {
  secret: string
  recoveryCodes: string[]
}

type Owner = Pick<TestServer, 'context' | 'db'>

/** The code that an authenticator app shows for this secret, by default now; `at` in milliseconds since 1970. */
export function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}

/** A code that no secret has. */
export const WRONG_CODE = 'no code'

/** Gives an account a second factor, as it is after its enrolment, though no code of it has been used. */
export async function enrol(server: Owner, api: RealmName, id: AccountId): Promise<Factor> {
  const secret = await writeFactor(server, api, id, new Date())
  const recoveryCodes = newRecoveryCodes()
  await markEnrolled(server.db, realmNamed(api), id, true)
  await keepRecoveryCodes(server.db, keyOf(realmNamed(api), id), recoveryCodes)
  return { secret, recoveryCodes }
}

/** Has an account begin its enrolment. Returns the secret. */
export async function beginEnrolment(server: Owner, api: RealmName, id: AccountId): Promise<string> {
  return writeFactor(server, api, id, null)
}

async function writeFactor(
  { context, db }: Owner,
  api: RealmName,
  id: AccountId,
  enabled: Date | null
): Promise<string> {
  const realm = realmNamed(api)
  const secret = newSecret()
  const sealed = seal(realmContext(context, realm).factorKeys, ownerOf(realm, id), secret)
  await factors(db).insert({ ...keyOf(realm, id), secret: sealed, enabled_at: enabled })
  return secret
}
