import { createHash } from 'node:crypto'
import { canonicalName } from '../../realms/names.js'
import { networkOf } from './network.js'
import type { RealmName } from '../../config/realm-names.js'

/** Under which tries from the network of an address are counted. */
export function counterOfNetwork(realm: RealmName, address: string | null): string {
  return `${realm}:${networkOf(address)}`
}

/** The beginning of the keys of an account's counters, one for each network. A name may be longer than a key. */
export function counterOfAccount(realm: RealmName, name: string): string {
  return `${realm}:${createHash('sha256').update(canonicalName(name)).digest('base64url')}:`
}
