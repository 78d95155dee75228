import { readParameters, usedParameters, type Parameter, type Refuse } from './database-parameters.js'
import { ConfigError } from './error.js'

/** What a `postgres://` address says, decoded. */
export interface DatabaseAddress {
  /** Tried in turn; `host` may be a folder with a socket, or undefined: what `PGHOST` says, or this machine. */
  hosts: { host?: string; port?: number }[]
  user?: string | undefined
  password?: string | undefined
  database?: string | undefined
  parameters: Partial<Record<Parameter, string>>
}

/** What is before the last `@` in front of the first `/` is the user's. */
const PARTS = /^(postgres(?:ql)?:\/\/)(?:([^/]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s

/** The parts of an address as they are written. Throws `ConfigError`. */
export function partsOf(text: string, name: string) {
  const parts = PARTS.exec(text)
  if (parts === null) throw new ConfigError(`${name} must be a postgres:// or postgresql:// address`)
  const [, scheme = '', login, hosts = '', database, query] = parts
  return { scheme, login, hosts, database, query }
}

/** Reads an address as libpq does. Throws `ConfigError`, which repeats no part of a password. */
export function parseDatabaseAddress(text: string, name: string): DatabaseAddress {
  const refuse = (what: string): never => {
    throw new ConfigError(`${name}${what.startsWith(':') ? '' : ' '}${what}`)
  }
  if (text !== text.trim()) return refuse('has a blank around it')
  const { login, hosts, database, query = '' } = partsOf(text, name)
  if (login === undefined && `${database}?${query}`.includes('@') && hosts !== '') {
    return refuse(
      'has an @ that ends no user name: write special characters of a name or password as / %2F, @ %40, # %23'
    )
  }
  if (/[/#@]/.test(database ?? ''))
    return refuse('has a /, # or @ in the name of the database: write / as %2F, # as %23')
  refuseBlanks({ 'the user': login?.split(':')[0], 'a host': hosts.split(/[,:]/), 'the database': database }, refuse)
  const decode = (part: string): string => {
    try {
      return decodeURIComponent(part)
    } catch {
      return refuse('has a % that does not begin two hex digits: write a % of a password as %25')
    }
  }
  const [user = '', password = ''] = splitOnce(login ?? '', ':').map(decode)
  const given = readParameters(query, decode, refuse)
  const { host, port, dbname, ...others } = given
  return {
    hosts: readHosts(host ?? decodedHosts(hosts, decode), port, refuse),
    user: others.user ?? (user || undefined),
    password: others.password ?? (password || undefined),
    database: dbname ?? (decode(database ?? '') || undefined),
    parameters: usedParameters(others)
  }
}

type Decode = (part: string) => string

function splitOnce(text: string, separator: string): string[] {
  const place = text.indexOf(separator)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/** `name:port` and `[address]:port` between commas, as the parameters `host` and `port` have them. */
function decodedHosts(text: string, decode: Decode): [host: string, port: string][] {
  return text.split(',').map((one) => {
    const [, bracketed, bare = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(one) ?? [
      one,
      undefined,
      one
    ]
    return [decode(bracketed ?? bare), port]
  })
}

function readHosts(
  hosts: string | [host: string, port: string][],
  ports: string | undefined,
  refuse: Refuse
): DatabaseAddress['hosts'] {
  const pairs = typeof hosts === 'string' ? hosts.split(',').map((host): [string, string] => [host, '']) : hosts
  const others = ports?.split(',')
  if (others !== undefined && others.length > 1 && others.length !== pairs.length) {
    refuse('must have one port, or one for each host')
  }
  return pairs.map(([host, own], index) => {
    const text = others?.[index] ?? others?.[0] ?? own
    const port = Number(text)
    if (text !== '' && !(/^\d+$/.test(text) && port > 0 && port < 65_536)) {
      refuse('has a port that is no number from 1 to 65535; a / of a password is written %2F')
    }
    return { ...(host !== '' && { host }), ...(text !== '' && { port }) }
  })
}

/** One that belongs to a name is written %20. */
function refuseBlanks(names: Record<string, string | string[] | undefined>, refuse: Refuse): void {
  for (const [what, written = []] of Object.entries(names)) {
    if ([written].flat().some((name) => name !== name.trim())) refuse(`has a blank around the name of ${what}`)
  }
}
