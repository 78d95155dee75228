import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Requester } from './fair-queue.js'
import { HashPool, type PoolOptions } from './pool.js'
import type { PasswordScheme } from './rules.js'
import { isCurrent, type HashCost } from './schemes.js'
import { Turns } from './turns.js'

export interface PasswordHasher {
  /** Runs `work` in its turn, or throws `busy` before it begins. Admitted work must not ask to be admitted again. */
  admit: <Result>(requester: Requester, work: () => Promise<Result>) => Promise<Result>
  /** Throws `busy`. */
  hash: (scheme: PasswordScheme, password: string) => Promise<string>
  /** True when the password is the one of a bcrypt or argon2 hash. Throws `busy`. */
  verify: (hash: string, password: string) => Promise<boolean>
  /** False for a hash that `hash` would not make today: of another scheme, or of other costs. */
  isCurrent: (scheme: PasswordScheme, hash: string) => boolean
  /** Takes the time of a `verify` that fails, for an account that does not exist. */
  verifyNothing: (scheme: PasswordScheme, password: string) => Promise<void>
  /** Work that waits for its turn, and jobs that wait for a free child. */
  queueLength: () => number
  close: () => void
}

export interface HasherOptions extends Pick<PoolOptions, 'warn'> {
  /** Of new hashes. */
  cost?: HashCost
  /** Processes like this one that share the machine. */
  sharers?: number
  patience?: number
}

/** Work that may wait for one child, some eight seconds of bcrypt at cost 10. */
const WAITING_PER_WORKER = 128
/** Admitted work at once for each child: one that it hashes for, and one that is at the database meanwhile. */
const WORK_PER_WORKER = 2
/** Some four times what the most expensive imported hash takes. */
const PATIENCE_MS = 20_000

/** Hashes in child processes, one for each core that `sharers` processes like this one leave. */
export function createPasswordHasher({
  cost = 'full',
  sharers = 1,
  patience = PATIENCE_MS,
  warn
}: HasherOptions): PasswordHasher {
  const size = Math.ceil(availableParallelism() / sharers)
  const pool = new HashPool({ size, patience, warn })
  const turns = new Turns(size * WORK_PER_WORKER, size * WAITING_PER_WORKER)
  const hash = (scheme: PasswordScheme, password: string) =>
    pool.run({ kind: 'hash', scheme, cost, password }) as Promise<string>
  const verify = (stored: string, password: string) =>
    pool.run({ kind: 'verify', hash: stored, password }) as Promise<boolean>
  const nobodysHash = new Map<PasswordScheme, Promise<string>>()

  return {
    admit: (requester, work) => turns.take(requester, work),
    hash,
    verify,
    isCurrent: (scheme, stored) => isCurrent(scheme, cost, stored),
    async verifyNothing(scheme, password) {
      const stored = nobodysHash.get(scheme) ?? hash(scheme, randomUUID())
      nobodysHash.set(scheme, stored)
      stored.catch(() => nobodysHash.delete(scheme))
      await verify(await stored, password)
    },
    queueLength: () => turns.waiting + pool.waiting,
    close: () => pool.close()
  }
}
