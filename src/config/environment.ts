import { readFileSync } from 'node:fs'
import { ConfigError } from './error.js'
import type { Variable } from './variable.js'
import { variables, type Values } from './variables.js'

export type Environment = Record<string, string | undefined>

/** Every variable's value, or its default. Throws `ConfigError`. */
export function readVariables(env: Environment): Values {
  const production = valueOf(env, variables.environment, false) === 'production'
  const values = Object.entries(variables).map(([key, entry]) => [
    key,
    valueOf(env, entry as Variable<unknown>, production)
  ])
  return Object.fromEntries(values) as Values
}

function valueOf<Value>(env: Environment, entry: Variable<Value>, production: boolean): Value {
  const { name, alias, parse } = entry
  const text = textOf(env, name)
  const other = alias === undefined ? undefined : textOf(env, alias)
  if (text !== undefined && other !== undefined) throw new ConfigError(`both ${name} and ${alias} are set`)
  if (text !== undefined) return parse(text, name)
  if (alias !== undefined && other !== undefined) return parse(other, alias)
  return production && entry.production !== undefined ? entry.production : entry.default
}

/** The text of a variable, or of the file that its twin names; an empty one is none. */
function textOf(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`]
  const text = env[name] || undefined
  if (file === undefined || file === '') return text
  if (text !== undefined) throw new ConfigError(`both ${name} and ${name}_FILE are set`)
  try {
    return readFileSync(file, 'utf8').trimEnd()
  } catch (error) {
    throw new ConfigError(`${name}_FILE: ${(error as Error).message}`)
  }
}
