import { isCommonPassword } from '../passwords/common.js'
import { domainError } from '../domain-error.js'
import { canonicalName } from '../realms/names.js'
import type { RealmContext } from './realm-context.js'

/** Throws `weak-password` for a common password, or the account's own name, where the configuration refuses them. */
export async function refuseWeakPassword(
  { refuseWeakPasswords }: RealmContext,
  name: string,
  password: string
): Promise<void> {
  if (!refuseWeakPasswords) return
  if (canonicalName(password) === canonicalName(name) || (await isCommonPassword(password))) {
    throw domainError('weak-password')
  }
}
