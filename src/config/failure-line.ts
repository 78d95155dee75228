import { ConfigError } from './config.js'

/** Why the program cannot go on, in one line for the operator. */
export function failureLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error)
  const line = text.replace(/\s*\n\s*/g, ' ')
  return error instanceof ConfigError ? `configuration: ${line}` : `cannot run: ${line}`
}
