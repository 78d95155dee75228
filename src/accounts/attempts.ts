import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.js'
import { canonicalName } from './names.js'
import { networkOf } from './network.js'
import type { RealmName } from './realm.js'

export interface AttemptLimits {
  loginFailures: number
  loginFailuresPerAddress: number
  registrationsPerAddress: number
}

/** Counts failed passwords and registrations. One for all replicas on PostgreSQL, in memory on the embedded database. */
export interface Attempts {
  /**
   * Counts a try before the password is looked at, so that tries at the same moment are all counted.
   * Throws `too-many-attempts`. Returns what to call when the password was right.
   */
  beginPassword(realm: RealmName, name: string, address: string | null): Promise<() => Promise<void>>
  /** Counts a registration. Throws `too-many-attempts`. */
  register(realm: RealmName, address: string | null): Promise<void>
}

const FAILURE_SECONDS = 15 * 60
const REGISTRATION_SECONDS = 60 * 60

export function createAttempts(limits: AttemptLimits, shared?: Knex): Attempts {
  const account = createLimiter('account', limits.loginFailures, FAILURE_SECONDS, shared)
  const address = createLimiter('address', limits.loginFailuresPerAddress, FAILURE_SECONDS, shared)
  const registration = createLimiter('register', limits.registrationsPerAddress, REGISTRATION_SECONDS, shared)
  return {
    async beginPassword(realm, name, from) {
      const network = from && networkOf(from)
      const nameHash = createHash('sha256').update(canonicalName(name)).digest('base64url')
      const accountKey = `${realm}:${nameHash}:${network}`
      const addressKey = `${realm}:${network}`
      await consume(address, addressKey)
      await consume(account, accountKey)
      return async () => {
        await address?.reward(addressKey)
        await account?.delete(accountKey)
      }
    },
    register: (realm, from) => consume(registration, `${realm}:${from && networkOf(from)}`)
  }
}

/** Undefined where the limit is 0: nothing is counted. */
function createLimiter(
  prefix: string,
  points: number,
  seconds: number,
  shared?: Knex
): RateLimiterAbstract | undefined {
  if (points === 0) return undefined
  const options = { keyPrefix: prefix, points, duration: seconds }
  if (shared === undefined) return new RateLimiterMemory(options)
  return new RateLimiterPostgres({
    ...options,
    storeClient: shared,
    storeType: 'knex',
    schemaName: 'quintet',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false
  })
}

async function consume(limiter: RateLimiterAbstract | undefined, key: string): Promise<void> {
  try {
    await limiter?.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Refusal('too-many-attempts', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
  }
}

/** Forgets counters whose time is over. */
export async function purgeAttempts(db: Knex): Promise<void> {
  await db('quintet.rate_limits').where('expire', '<', Date.now()).del()
}
