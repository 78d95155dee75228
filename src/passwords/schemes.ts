import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import { fitsScheme, type PasswordScheme } from './rules.js'

const BCRYPT_COST = 10
/** KiB, passes and lanes: OWASP's figures for 19 MiB, with the three passes that argon2i needs at least. */
const ARGON2 = { memoryCost: 19_456, timeCost: 3, parallelism: 1 }

const CURRENT_PREFIX: Record<PasswordScheme, string> = {
  bcrypt: `$2b$${BCRYPT_COST}$`,
  argon2i: `$argon2i$v=19$m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$`
}

const BCRYPT_HASH = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/
const ARGON2_HASH = /^\$argon2(i|d|id)\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/

export async function hashPassword(scheme: PasswordScheme, password: string): Promise<string> {
  if (scheme === 'bcrypt') return bcrypt.hash(password, BCRYPT_COST)
  return argon2.hash(password, { ...ARGON2, type: argon2.argon2i })
}

/** Compares with a bcrypt (`$2a$ $2b$ $2y$`) or argon2 hash, whatever the realm's own scheme is. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  if (BCRYPT_HASH.test(hash)) {
    // The library takes `$2y$` for an unknown version; it is another name of `$2b$`.
    return fitsScheme('bcrypt', password) && bcrypt.compare(password, hash.replace(/^\$2y/, '$2b'))
  }
  return ARGON2_HASH.test(hash) && argon2.verify(hash, password)
}

/** False for an imported hash of another scheme, or of other costs than today's. */
export function isCurrent(scheme: PasswordScheme, hash: string): boolean {
  return hash.startsWith(CURRENT_PREFIX[scheme])
}

/** True when `verifyPassword` can check against it. */
export function isKnownHash(hash: string): boolean {
  return BCRYPT_HASH.test(hash) || ARGON2_HASH.test(hash)
}
