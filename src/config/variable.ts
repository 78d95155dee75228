import type { Parser } from './parsers.js'

export interface Variable<Value> {
  name: string
  /** Another name for the same value; only one of the two may be set. */
  alias?: string
  meaning: string
  parse: Parser<Value>
  default: Value
  production?: Value
  /** The default in words, where its value does not say it. */
  defaultText?: string
  /** What may be shown of a value that is a secret or holds one. */
  show?(value: NonNullable<Value>): string
}

export type ValueOf<V> = V extends Variable<infer Value> ? Value : never

/** An entry of the table; infers its type. */
export function variable<Value>(entry: Variable<Value>): Variable<Value> {
  return entry
}

/** The default as `docs/configuration.md` has it. */
export function defaultOf(entry: Variable<unknown>): string {
  if (entry.defaultText !== undefined) return entry.defaultText
  const development = textOf(entry.default)
  return 'production' in entry ? `${development}; in production ${textOf(entry.production)}` : development
}

function textOf(value: unknown): string {
  if (value === undefined) return 'none'
  return typeof value === 'boolean' ? String(Number(value)) : String(value as string | number | number[])
}
