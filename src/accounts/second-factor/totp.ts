import { Secret, TOTP } from 'otpauth'

const SECRET_BYTES = 20
const WINDOW = 1

/** A new secret of 160 bits, as base32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The `otpauth://` address from which an authenticator app takes the secret. */
export function addressOf({ issuer, name, secret }: { issuer: string; name: string; secret: string }): string {
  return new TOTP({ ...settings(secret), issuer, label: name }).toString()
}

/** The six digits of a code, as full-width ones or with blanks too; undefined for another text. */
export function sixDigits(text: string): string | undefined {
  return /^\d{6}$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[0]
}

/**
 * The time step (RFC 6238, section 4.2) that has this code: the step of `now` (milliseconds since 1970), the
 * one before or the one after. Undefined for another code.
 */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const token = sixDigits(code)
  if (token === undefined) return undefined
  const totp = new TOTP(settings(secret))
  const delta = totp.validate({ token, window: WINDOW, timestamp: now })
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta
}

function settings(secret: string) {
  return { algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }
}
