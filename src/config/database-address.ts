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

type Parameter = (typeof PARAMETERS)[number]

const PARAMETERS = [
  'application_name',
  'channel_binding',
  'options',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'target_session_attrs'
] as const
/** They may stand here in place of what is before the question mark. */
const PLACES = ['host', 'port', 'user', 'password', 'dbname']
/** Of libpq's, and here without effect: the server has time limits of its own, and speaks UTF-8. */
const WITHOUT_EFFECT =
  /^(connect_timeout|client_encoding|fallback_application_name|gssencmode|keepalives(_(idle|interval|count))?|tcp_user_timeout)$/

const CHOICES: Partial<Record<Parameter, string[]>> = {
  sslmode: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
  target_session_attrs: ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby']
}

/** The parts of an address as they are written. What is before the last `@` in front of the first `/` is the user's. */
export const PARTS = /^(postgres(?:ql)?:\/\/)(?:([^/]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s

/** Reads an address as libpq does. Throws `ConfigError`, which repeats no part of it: any may be of the password. */
export function parseDatabaseAddress(text: string, name: string): DatabaseAddress {
  const parts = PARTS.exec(text)
  const refuse = (what: string): never => {
    throw new ConfigError(`${name} ${what}`)
  }
  if (parts === null) return refuse('must be a postgres:// or postgresql:// address')
  const [, , login, hosts = '', database, query = ''] = parts
  if (login === undefined && `${database}?${query}`.includes('@') && hosts !== '') {
    return refuse(
      'has an @ that ends no user name: write special characters of a name or password as / %2F, @ %40, # %23'
    )
  }
  if (/[/#@]/.test(database ?? ''))
    return refuse('has a /, # or @ in the name of the database: write / as %2F, # as %23')
  const decode = (part: string): string => {
    try {
      return decodeURIComponent(part)
    } catch {
      return refuse('has a % that does not begin two hex digits: write a % of a password as %25')
    }
  }
  const [user = '', password = ''] = splitOnce(login ?? '', ':').map(decode)
  const given = readQuery(query, decode, refuse)
  const { host, port, dbname, ...others } = given
  return {
    hosts: readHosts(host ?? decodedHosts(hosts, decode), port, refuse),
    user: others.user ?? (user || undefined),
    password: others.password ?? (password || undefined),
    database: dbname ?? (decode(database ?? '') || undefined),
    parameters: checked(others, refuse)
  }
}

type Refuse = (what: string) => never
type Decode = (part: string) => string

function splitOnce(text: string, separator: string): string[] {
  const place = text.indexOf(separator)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

function readQuery(query: string, decode: Decode, refuse: Refuse): Record<string, string | undefined> {
  const given: Record<string, string | undefined> = {}
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [key = '', value] = splitOnce(pair, '=').map(decode)
    if (value === undefined) refuse('has a parameter without a value; a ? of a name or password is written %3F')
    if ([...PLACES, ...PARAMETERS].includes(key)) given[key] = value
    else if (!WITHOUT_EFFECT.test(key)) {
      refuse(`has a parameter that is not known here; known are ${[...PLACES, ...PARAMETERS].join(', ')}`)
    }
  }
  return given
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

function checked(given: Record<string, string | undefined>, refuse: Refuse): DatabaseAddress['parameters'] {
  for (const [key, choices] of Object.entries(CHOICES)) {
    const value = given[key]
    if (value !== undefined && !choices.includes(value)) refuse(`: ${key} must be one of ${choices.join(', ')}`)
  }
  return Object.fromEntries(PARAMETERS.map((key) => [key, given[key]]))
}
