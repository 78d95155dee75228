import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import { fitsScheme, normalPassword, type PasswordScheme } from './rules.js'
import { hashProblem } from './stored-hash.js'

export type HashCost = 'full' | 'least'

const BCRYPT_COST: Record<HashCost, number> = { full: 10, least: 4 }
/**
 * KiB, passes and lanes: OWASP's figures for 19 MiB, with the three passes that argon2i needs at least; and the least that
 * the library takes.
 */
const ARGON2 = {
  full: { memoryCost: 19_456, timeCost: 3, parallelism: 1 },
  least: { memoryCost: 1_024, timeCost: 3, parallelism: 1 }
}

const prefixes: Record<PasswordScheme, (cost: HashCost) => string> = {
  bcrypt: (cost) => `$2b$${String(BCRYPT_COST[cost]).padStart(2, '0')}$`,
  argon2i: (cost) => {
    const { memoryCost, timeCost, parallelism } = ARGON2[cost]
    return `$argon2i$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`
  }
}

/** Hashes the normal form of the password. */
export async function hashPassword(scheme: PasswordScheme, cost: HashCost, text: string): Promise<string> {
  const password = normalPassword(text)
  if (scheme === 'bcrypt') return bcrypt.hash(password, BCRYPT_COST[cost])
  return argon2.hash(password, { ...ARGON2[cost], type: argon2.argon2i })
}

/** Compares with a bcrypt or argon2 hash: the normal form of the password, then the text as typed. */
export async function verifyPassword(hash: string, text: string): Promise<boolean> {
  if (hashProblem(hash) !== undefined) return false
  const normal = normalPassword(text)
  return (await matches(hash, normal)) || (normal !== text && (await matches(hash, text)))
}

async function matches(hash: string, password: string): Promise<boolean> {
  if (hash.startsWith('$argon2')) return argon2.verify(hash, password)
  // The library takes `$2y$` for an unknown version; it is another name of `$2b$`.
  const same = await bcrypt.compare(password, hash.replace(/^\$2y/, '$2b'))
  // Looked at last, so that the time does not tell what kind of hash an account has.
  return same && fitsScheme('bcrypt', password)
}

/** False for an imported hash of another scheme, or of other costs than this one. */
export function isCurrent(scheme: PasswordScheme, cost: HashCost, hash: string): boolean {
  return hash.startsWith(prefixes[scheme](cost))
}
