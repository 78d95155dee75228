import type { Parser } from './parsers.js'
import { ConfigError } from './error.js'

export const HIDDEN = '******'

/** The message of what it refuses does not repeat the text, which may hold a password. */
export const databaseUrl: Parser<string> = (text, name) => {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new ConfigError(`${name} must be a postgres:// or postgresql:// address`)
}

/** An address without a host, of a socket on this machine, has no room for a password before it. */
export function withPassword(databaseUrl: string, password: string): string {
  const url = new URL(databaseUrl)
  if (url.host === '') url.searchParams.set('password', password)
  else url.password = encodeURIComponent(password)
  return url.href
}

/** The password may stand before the host or, as libpq has it, among the parameters. */
export function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  if (url.password !== '') url.password = HIDDEN
  if (url.searchParams.has('password')) url.searchParams.set('password', HIDDEN)
  return url.href
}
