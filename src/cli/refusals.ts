import type { Realm } from '../realms/realm.js'
import { refusalOf } from '../database/failures.js'
import { Refusal, type RefusalCode } from '../domain-error.js'
import { printable } from './printable.js'

const reasons: Partial<Record<RefusalCode, (realm: Realm, name: string) => string>> = {
  'name-taken': (realm, name) => `${realm.name} has an account ${name} already`,
  'hidden-characters': () => 'the name has characters that nobody sees',
  'weak-password': () => 'the password is a common one, or the name of the account; take another',
  'account-not-found': (realm, name) => `${realm.name} has no account ${name}`,
  'role-not-found': (realm) => `${realm.name} has no such role`,
  'last-administrator': (realm, name) => `${name} is the last enabled administrator of ${realm.name}`,
  busy: () => 'too much to do at the moment; try again',
  unavailable: () => 'the database does not answer; try again'
}

/** A refusal in words; undefined for an error that is none. */
export function refusalLine(error: unknown, realm: Realm, name: string): string | undefined {
  const refusal: Refusal | undefined = error instanceof Refusal ? error : refusalOf(error)
  return refusal && reasons[refusal.code]?.(realm, printable(name))
}
