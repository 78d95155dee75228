import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

const COUNT = 10
const CODE_BYTES = 15

/** Ten new codes of 120 random bits each, as six groups of base32: `k4qm-7tzp-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const text = new Secret({ size: CODE_BYTES }).base32.toLowerCase()
    return inGroups(text)
  })
}

/** What is stored of a code: SHA-256 without salt, which ASVS 6.5.2 takes from 112 random bits on. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(normalForm(code)).digest('base64url')
}

/** In groups, however it was typed: in capitals or full width, with blanks or other dashes or without any. */
function normalForm(code: string): string {
  const letters = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
  return inGroups(letters)
}

function inGroups(letters: string): string {
  return (letters.match(/.{1,4}/gsu) ?? []).join('-')
}
