export type PasswordScheme = 'bcrypt' | 'argon2i'

/** bcrypt reads 72 bytes and ignores the rest without a word; argon2 gets a bound against waste. */
const MAX_BYTES: Record<PasswordScheme, number> = { bcrypt: 72, argon2i: 1024 }

/** True when the scheme can hash all of the password. */
export function fitsScheme(scheme: PasswordScheme, password: string): boolean {
  return Buffer.byteLength(password) <= MAX_BYTES[scheme]
}

/** True when the password may be stored: whole characters, long enough, not too long for the scheme. */
export function mayBeStored(scheme: PasswordScheme, minLength: number, password: string): boolean {
  return [...password].length >= minLength && fitsScheme(scheme, password)
}

/** The formats that the contracts give to passwords: any that may be tried, and those that may be stored. */
export function passwordFormats(
  scheme: PasswordScheme,
  minLength: number
): Record<'password' | 'new-password', (text: string) => boolean> {
  return {
    password: (text) => fitsScheme(scheme, text),
    'new-password': (text) => mayBeStored(scheme, minLength, text)
  }
}

/** What `mayBeStored` asks for, in words. */
export function passwordRule(scheme: PasswordScheme, minLength: number): string {
  return `at least ${minLength} characters and at most ${MAX_BYTES[scheme]} bytes of UTF-8`
}
