import type { Knex } from 'knex'
import type { RealmName } from '../../config/realm-names.js'
import { atOnce } from '../../database/queries/at-once.js'
import { counterOfAccount, counterOfNetwork } from './counter-keys.js'
import { createLateRefusals } from './late-refusals.js'
import { createLimiter, type Limiter } from './limiter.js'
import { networkOf } from './network.js'

export interface AttemptLimits {
  loginFailures: number
  loginFailuresPerAddress: number
  registrationsPerAddress: number
}

/** A try of a password, a code or a registration. Either method throws `too-many-attempts`. */
export interface Attempt {
  /** Refuses what was refused a moment ago, before it takes anybody's place. Counts nothing. */
  refuseKnown(): Promise<void>
  /** Counts it before the password is looked at, so that tries at the same moment are all counted. */
  count(): Promise<void>
  succeed(): Promise<void>
}

const FAILURE_SECONDS = 15 * 60
const REGISTRATION_SECONDS = 60 * 60

/** Counts failed passwords and registrations. One for all replicas on PostgreSQL, in memory on the embedded database. */
export class Attempts {
  /** To be awaited before a refusal is answered: a second, for a network that has many. */
  readonly beforeRefusal = createLateRefusals()
  readonly #ofAccount: Limiter
  readonly #ofAddress: Limiter
  readonly #registrations: Limiter

  constructor(limits: AttemptLimits, shared?: Knex) {
    this.#ofAccount = createLimiter('account', limits.loginFailures, FAILURE_SECONDS, shared)
    this.#ofAddress = createLimiter('address', limits.loginFailuresPerAddress, FAILURE_SECONDS, shared)
    this.#registrations = createLimiter('register', limits.registrationsPerAddress, REGISTRATION_SECONDS, shared)
  }

  password(realm: RealmName, name: string, address: string | null): Attempt {
    const ofAddress = { limiter: this.#ofAddress, key: counterOfNetwork(realm, address) }
    const ofAccount = { limiter: this.#ofAccount, key: `${counterOfAccount(realm, name)}${networkOf(address)}` }
    return ofSecret(ofAddress, ofAccount)
  }

  /** A try of a code, which only who has the password makes: counted for the account from all networks together. */
  code(realm: RealmName, name: string, address: string | null): Attempt {
    const ofAddress = { limiter: this.#ofAddress, key: counterOfNetwork(realm, address) }
    const ofAccount = { limiter: this.#ofAccount, key: codesOfAccount(realm, name) }
    return ofSecret(ofAddress, ofAccount)
  }

  /** Forgets the wrong codes of an account. */
  forgetCodes(realm: RealmName, name: string): Promise<void> {
    return this.#ofAccount.reset(codesOfAccount(realm, name))
  }

  registration(realm: RealmName, address: string | null): Attempt {
    return countedAttempt([{ limiter: this.#registrations, key: counterOfNetwork(realm, address) }], async () => {})
  }
}

/** One counter for all networks. */
const codesOfAccount = (realm: RealmName, name: string): string => `${counterOfAccount(realm, name)}code`

interface Counter {
  limiter: Limiter
  key: string
}

/** Success resets the failures of the account, and no longer counts this try for the address. */
function ofSecret(ofAddress: Counter, ofAccount: Counter): Attempt {
  return countedAttempt([ofAddress, ofAccount], async () => {
    await atOnce(ofAddress.limiter.giveBack(ofAddress.key), ofAccount.limiter.reset(ofAccount.key))
  })
}

function countedAttempt(counters: Counter[], succeed: () => Promise<void>): Attempt {
  const refuseKnown = async (): Promise<void> => {
    for (const { limiter, key } of counters) await limiter.refuseKnown(key)
  }
  return {
    refuseKnown,
    async count() {
      // What waits behind the first that is refused for its account does not count against all of the address.
      await refuseKnown()
      await atOnce(...counters.map(({ limiter, key }) => limiter.count(key)))
    },
    succeed
  }
}

export async function purgeAttempts(db: Knex): Promise<void> {
  await db('quintet.rate_limits').where('expire', '<', Date.now()).del()
}
