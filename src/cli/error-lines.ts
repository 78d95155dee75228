import type { Realm } from '../realms/realm.js'
import { domainErrorOf } from '../database/failures.js'
import { DomainError, type DomainErrorCode } from '../domain-error.js'
import { printable } from './terminal/printable.js'

const reasons: Partial<Record<DomainErrorCode, (realm: Realm, name: string) => string>> = {
  'name-taken': (realm, name) => `${realm.name} has an account ${name} already`,
  'hidden-characters': () => 'the name has characters that nobody sees',
  'weak-password': () => 'the password is a common one, or the name of the account; take another',
  'account-not-found': (realm, name) => `${realm.name} has no account ${name}`,
  'role-not-found': (realm) => `${realm.name} has no such role`,
  'second-factor-off': (realm, name) => `account ${name} of ${realm.name} has no second factor`,
  'last-administrator': (realm, name) => `${name} is the last enabled administrator of ${realm.name}`,
  busy: () => 'too much to do at the moment; try again',
  unavailable: () => 'the database does not answer, or takes no changes; try again'
}

/** A domain error in words; undefined for an error that is none. */
export function domainErrorLine(error: unknown, realm: Realm, name: string): string | undefined {
  const found: DomainError | undefined = error instanceof DomainError ? error : domainErrorOf(error)
  return found && reasons[found.code]?.(realm, printable(name))
}
