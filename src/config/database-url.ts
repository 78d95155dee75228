import type { Parser } from './parsers.js'
import { parseDatabaseAddress, partsOf } from './database-address.js'
import { ConfigError } from './error.js'

export const HIDDEN = '******'

/** The message of what it refuses does not repeat the text, which may hold a password. */
export const databaseUrl: Parser<string> = (text, name) => {
  parseDatabaseAddress(text, name)
  return text
}

/** Of the server itself, which writes: a standby is of no use to it. */
export const primaryUrl: Parser<string> = (text, name) => {
  const { target_session_attrs: attributes } = parseDatabaseAddress(text, name).parameters
  if (attributes !== undefined && !['any', 'primary', 'read-write'].includes(attributes)) {
    throw new ConfigError(`${name}: target_session_attrs must be any, primary or read-write, for the server writes`)
  }
  return text
}

/** An address without a host, of a socket on this machine, has no room for a password before it. */
export function withPassword(databaseUrl: string, password: string): string {
  const { scheme, login, hosts, database, query = '' } = partsOf(databaseUrl, 'the address')
  const encoded = encodeURIComponent(password)
  const others = query.split('&').filter((pair) => pair !== '' && !/^password=/.test(pair))
  const inQuery = hosts === '' && login === undefined
  const user = inQuery ? '' : `${login?.split(':')[0] ?? ''}:${encoded}@`
  return join(`${scheme}${user}${hosts}`, database, inQuery ? [...others, `password=${encoded}`] : others)
}

/** The password may stand before the host or, as libpq has it, among the parameters. */
export function withoutPassword(databaseUrl: string): string {
  const { scheme, login, hosts, database, query } = partsOf(databaseUrl, 'the address')
  const user = login === undefined ? '' : `${login.replace(/:.+$/s, `:${HIDDEN}`)}@`
  const parameters = query?.split('&').map((pair) => pair.replace(/^password=.+$/s, `password=${HIDDEN}`))
  return join(`${scheme}${user}${hosts}`, database, parameters ?? [])
}

function join(start: string, database: string | undefined, parameters: string[]): string {
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  return `${start}${database === undefined ? '' : `/${database}`}${query}`
}
