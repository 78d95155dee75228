import type { Knex } from 'knex'
import type { FullCounter } from '../../domain-error.js'
import { counterOfAccount, counterOfNetwork } from './counter-keys.js'
import { createLateRefusals } from './late-refusals.js'
import { createLimiter, type Limiter } from './limiter.js'
import { networkOf } from './network.js'
import type { RealmName } from '../../config/realm-names.js'

export interface AttemptLimits {
  loginFailures: number
  loginFailuresPerAddress: number
  registrationsPerAddress: number
}

/** A try of a password or a registration. Either method throws `too-many-attempts`. */
export interface Attempt {
  /** Refuses what was refused a moment ago, before it takes anybody's place. Counts nothing. */
  refuseKnown(): Promise<void>
  /** Counts it before the password is looked at, so that tries at the same moment are all counted. */
  count(): Promise<void>
  succeed(): Promise<void>
}

/** Counts failed passwords and registrations. One for all replicas on PostgreSQL, in memory on the embedded database. */
export interface Attempts {
  password(realm: RealmName, name: string, address: string | null): Attempt
  registration(realm: RealmName, address: string | null): Attempt
  /** To be awaited before a refusal is answered: a second, for a network that has many. */
  beforeRefusal(network: string): Promise<void>
}

const FAILURE_SECONDS = 15 * 60
const REGISTRATION_SECONDS = 60 * 60

export function createAttempts(limits: AttemptLimits, shared?: Knex): Attempts {
  // Where the limit is 0 nothing is counted.
  const limiter = (prefix: FullCounter['of'], limit: number, seconds: number): Limiter | undefined =>
    limit === 0 ? undefined : createLimiter(prefix, limit, seconds, shared)
  const ofAccount = limiter('account', limits.loginFailures, FAILURE_SECONDS)
  const ofAddress = limiter('address', limits.loginFailuresPerAddress, FAILURE_SECONDS)
  const ofRegistrations = limiter('register', limits.registrationsPerAddress, REGISTRATION_SECONDS)
  return {
    beforeRefusal: createLateRefusals(),
    password(realm, name, address) {
      const addressKey = counterOfNetwork(realm, address)
      const accountKey = `${counterOfAccount(realm, name)}${networkOf(address)}`
      const refuseKnown = async (): Promise<void> => {
        await ofAddress?.refuseKnown(addressKey)
        await ofAccount?.refuseKnown(accountKey)
      }
      return {
        refuseKnown,
        async count() {
          // What waits behind the first that is refused for its account does not count against all of the address.
          await refuseKnown()
          await ofAddress?.count(addressKey)
          await ofAccount?.count(accountKey)
        },
        async succeed() {
          await ofAddress?.giveBack(addressKey)
          await ofAccount?.reset(accountKey)
        }
      }
    },
    registration(realm, address) {
      const key = counterOfNetwork(realm, address)
      return {
        refuseKnown: async () => ofRegistrations?.refuseKnown(key),
        async count() {
          await ofRegistrations?.refuseKnown(key)
          await ofRegistrations?.count(key)
        },
        succeed: async () => {}
      }
    }
  }
}

export async function purgeAttempts(db: Knex): Promise<void> {
  await db('quintet.rate_limits').where('expire', '<', Date.now()).del()
}
