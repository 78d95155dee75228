export type PasswordScheme = 'bcrypt' | 'argon2i'

/** bcrypt reads 72 bytes and ignores the rest without a word; argon2 gets a bound against waste. */
const MAX_BYTES: Record<PasswordScheme, number> = { bcrypt: 72, argon2i: 1024 }
/** What may be tried: an imported hash may be of a scheme that takes more than the realm's own. */
const MAX_TRIED_BYTES = 1024

/** The form in which passwords are hashed: keyboards and systems differ in how they write `é`. */
export function normalPassword(password: string): string {
  return password.normalize('NFC')
}

/** True when the scheme can hash all of the password. */
export function fitsScheme(scheme: PasswordScheme, password: string): boolean {
  return Buffer.byteLength(password) <= MAX_BYTES[scheme]
}

/** True when the password may be tried, whatever the account's hash is. */
export function mayBeTried(password: string): boolean {
  return Buffer.byteLength(password) <= MAX_TRIED_BYTES
}

/** True when the password may be stored: whole characters, long enough, not too long for the scheme. */
export function mayBeStored(scheme: PasswordScheme, minLength: number, password: string): boolean {
  const normal = normalPassword(password)
  return [...normal].length >= minLength && fitsScheme(scheme, normal)
}

/** The formats that the contracts give to passwords: any that may be tried, and those that may be stored. */
export function passwordFormats(
  scheme: PasswordScheme,
  minLength: number
): Record<'password' | 'new-password', (text: string) => boolean> {
  return {
    password: mayBeTried,
    'new-password': (text) => mayBeStored(scheme, minLength, text)
  }
}

/** What `mayBeStored` asks for, in words. */
export function passwordRule(scheme: PasswordScheme, minLength: number): string {
  return `at least ${minLength} characters and at most ${MAX_BYTES[scheme]} bytes of UTF-8`
}
