import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

const COUNT = 10
const CODE_BYTES = 15

/** Ten new codes of 120 random bits each, as six groups of base32: `k4qm-7tzp-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const text = new Secret({ size: CODE_BYTES }).base32.toLowerCase()
    return (text.match(/.{4}/g) ?? []).join('-')
  })
}

/** What is stored of a code: SHA-256 without salt, which ASVS 6.5.2 takes from 112 random bits on. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code.toLowerCase()).digest('base64url')
}
