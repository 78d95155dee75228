import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import { fitsScheme, normalPassword, type PasswordScheme } from './rules.js'
import { hashProblem } from './stored-hash.js'

const BCRYPT_COST = 10
/** KiB, passes and lanes: OWASP's figures for 19 MiB, with the three passes that argon2i needs at least. */
const ARGON2 = { memoryCost: 19_456, timeCost: 3, parallelism: 1 }

const CURRENT_PREFIX: Record<PasswordScheme, string> = {
  bcrypt: `$2b$${BCRYPT_COST}$`,
  argon2i: `$argon2i$v=19$m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$`
}

/** Hashes the normal form of the password. */
export async function hashPassword(scheme: PasswordScheme, text: string): Promise<string> {
  const password = normalPassword(text)
  if (scheme === 'bcrypt') return bcrypt.hash(password, BCRYPT_COST)
  return argon2.hash(password, { ...ARGON2, type: argon2.argon2i })
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

/** False for an imported hash of another scheme, or of other costs than today's. */
export function isCurrent(scheme: PasswordScheme, hash: string): boolean {
  return hash.startsWith(CURRENT_PREFIX[scheme])
}
