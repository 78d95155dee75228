/** Hashes that may be compared, within bounds of time and memory. Limits of argon2 are from the reference `argon2.h`. */

const BCRYPT = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/
/** Without `v=` it is of version 16, as the first releases of argon2 wrote it. */
const ARGON2 = /^\$argon2(?:id|i|d)(?:\$v=(\d+))?\$m=(\d+),t=(\d+),p=(\d+)\$([^$]*)\$([^$]*)$/

const BCRYPT_COST: Range = [4, 15]
const ARGON2_VERSIONS = ['16', '19']
/** KiB, a GiB at most. */
const MEMORY: Range = [8, 1 << 20]
const MEMORY_PER_LANE = 8
const PASSES: Range = [1, 256]
const LANES: Range = [1, 64]
/** KiB that all passes together go through: libsodium's most expensive preset. Some five seconds of one core. */
const MEMORY_IN_ALL_PASSES: Range = [0, 4 << 20]
const SALT_BYTES: Range = [8, 1024]
const HASH_BYTES: Range = [4, 1024]

type Range = readonly [least: number, most: number]

/** Why no password can be compared with this hash, as in `password_hash has a bcrypt cost of 99 …`; undefined when one can. */
export function hashProblem(hash: string): string | undefined {
  if (/^\$2[aby]\$/.test(hash)) return bcryptProblem(hash)
  if (hash.startsWith('$argon2')) return argon2Problem(hash)
  return 'is neither bcrypt nor argon2'
}

/** What a hash costs, without what it is: all of it before the salt. */
export function hashParameters(hash: string): string {
  return /^\$(2[aby]\$\d\d|argon2\w*(\$v=\d+)?\$m=\d+,t=\d+,p=\d+)(?=\$)/.exec(hash)?.[0] ?? ''
}

function bcryptProblem(hash: string): string | undefined {
  const [, cost] = BCRYPT.exec(hash) ?? []
  if (cost === undefined) return 'is not of the form of bcrypt: $2b$, two digits of cost, $, 53 characters'
  return outside('a bcrypt cost of', Number(cost), BCRYPT_COST)
}

function argon2Problem(hash: string): string | undefined {
  const [, version = '16', m, t, p, salt, sum] = ARGON2.exec(hash) ?? []
  if (salt === undefined || sum === undefined) {
    return 'is not of the form of argon2: $argon2id$v=19$m=…,t=…,p=…$salt$hash'
  }
  if (!ARGON2_VERSIONS.includes(version)) return `has version ${version} of argon2, which is neither 16 nor 19`
  const [memory, passes, lanes] = [Number(m), Number(t), Number(p)]
  return (
    outside('m (KiB of memory) of', memory, MEMORY) ??
    outside('t (passes) of', passes, PASSES) ??
    outside('p (lanes) of', lanes, LANES) ??
    (memory < MEMORY_PER_LANE * lanes ? `has m=${m} for p=${p}, which is less than 8 KiB a lane` : undefined) ??
    outside('m times t of', memory * passes, MEMORY_IN_ALL_PASSES) ??
    bytesProblem('salt', salt, SALT_BYTES) ??
    bytesProblem('hash', sum, HASH_BYTES)
  )
}

function bytesProblem(part: string, text: string, range: Range): string | undefined {
  const bytes = Buffer.from(text, 'base64')
  const isCanonical = bytes.toString('base64').replace(/=+$/, '') === text
  if (!isCanonical) return `has a ${part} that is no base64 without padding`
  return outside(`a ${part} in bytes of`, bytes.length, range)
}

function outside(what: string, value: number, [least, most]: Range): string | undefined {
  return value >= least && value <= most ? undefined : `has ${what} ${value}, which is not from ${least} to ${most}`
}
