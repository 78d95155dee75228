import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

const COUNT = 10
const CODE_BYTES = 10

/** Ten new codes of 80 random bits each, as four groups of base32: `k4qm-7tzp-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const text = new Secret({ size: CODE_BYTES }).base32.toLowerCase()
    return (text.match(/.{4}/g) ?? []).join('-')
  })
}

/** What is stored of a code. With 80 random bits nobody finds one by trying, so one round of SHA-256 without salt is enough. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code.toLowerCase()).digest('base64url')
}
