import { availableParallelism } from 'node:os'
import { realmNames, type RealmName } from './realm-names.js'
import { ConfigError } from './error.js'

/** Reads the text of the variable `name`. Throws `ConfigError`. */
export type Parser<Value> = (text: string, name: string) => Value

const SECRET_BYTES = 32
const MAX_PORT = 65_535

export const anyText: Parser<string> = (text) => text

export function integer(min: number, max: number): Parser<number> {
  return (text, name) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    if (value >= min && value <= max) return value
    throw new ConfigError(`${name} must be an integer from ${min} to ${max}: ${text}`)
  }
}

export function oneOf<Choice extends string>(...choices: Choice[]): Parser<Choice> {
  return (text, name) => {
    if (choices.includes(text as Choice)) return text as Choice
    throw new ConfigError(`${name} must be one of ${choices.join(', ')}: ${text}`)
  }
}

export const flag: Parser<boolean> = (text, name) => oneOf('0', '1')(text, name) === '1'

export const port = integer(0, MAX_PORT)

/** Numbers between commas, each once. */
export const portList: Parser<[number, ...number[]]> = (text, name) => {
  const [first = '', ...others] = text.split(',').map((part) => part.trim())
  const numbers: [number, ...number[]] = [port(first, name), ...others.map((part) => port(part, name))]
  if (new Set(numbers).size < numbers.length) throw new ConfigError(`${name} names a port twice: ${text}`)
  return numbers
}

export const processCount: Parser<number> = (text, name) =>
  text === 'auto' ? availableParallelism() : integer(1, 256)(text, name)

/** Names between commas, in the order of `realmNames`. */
export const apiList: Parser<RealmName[]> = (text, name) => {
  const named = text.split(',').map((part) => oneOf(...realmNames)(part.trim(), name))
  return realmNames.filter((realm) => named.includes(realm))
}

/** The message of what it refuses does not repeat the text. */
export const secret: Parser<string> = (text, name) => {
  if (Buffer.byteLength(text) < SECRET_BYTES) throw new ConfigError(`${name} must have at least ${SECRET_BYTES} bytes`)
  if (new Set(text).size < 8) throw new ConfigError(`${name} is weak: it repeats a few characters`)
  return text
}

/** A URL of HTTP. Credentials belong into headers, which are not shown. */
export const webAddress: Parser<string> = (text, name) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(`${name} must be an address that begins with http:// or https://: ${text}`)
  }
  if (url.username + url.password + url.search !== '')
    throw new ConfigError(`${name} must not have a user, a password or a query`)
  return text
}

/** A URL of HTTP that paths are added to, without a `/` at its end. */
export const webBase: Parser<string> = (text, name) => webAddress(text, name).replace(/\/+$/, '')

/** `name=value` between commas, percent-encoded. The message of what it refuses does not repeat the text. */
export const pairs: Parser<Record<string, string>> = (text, name) => {
  const entries = text.split(',').map((part) => {
    const [, key, value = ''] = /^\s*([^=\s]+)\s*=(.*)$/.exec(part) ?? []
    if (key === undefined) throw new ConfigError(`${name} must be name=value between commas`)
    return [key, decoded(value.trim(), name)]
  })
  return Object.fromEntries(entries) as Record<string, string>
}

function decoded(value: string, name: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new ConfigError(`${name} has a % that begins no percent-encoded character`)
  }
}

export const ratio: Parser<number> = (text, name) => {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN
  if (value >= 0 && value <= 1) return value
  throw new ConfigError(`${name} must be a number from 0 to 1: ${text}`)
}
