import { DomainError } from '../domain-error.js'
import type { Attempt } from './limits/attempts.js'
import { networkOf } from './limits/network.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

/** Runs work that hashes a password, in the turn of its realm and network. Throws `busy`, `too-many-attempts`. */
export async function admit<Row extends AccountRow, Result>(
  { passwords, attempts, realm, origin }: RealmContext<Row>,
  attempt: Attempt | undefined,
  work: () => Promise<Result>
): Promise<Result> {
  const network = networkOf(origin.address)
  try {
    await attempt?.refuseKnown()
    return await passwords.admit({ realm: realm.name, network }, work)
  } catch (error) {
    const isTooMuch = error instanceof DomainError && (error.code === 'busy' || error.code === 'too-many-attempts')
    if (isTooMuch) await attempts.beforeRefusal(network)
    throw error
  }
}
