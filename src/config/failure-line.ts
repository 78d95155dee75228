import { ConfigError } from './config.js'

/** Why the program cannot go on, in one line for the operator. */
export function failureLine(error: unknown): string {
  const line = textOf(error).replace(/\s*\n\s*/g, ' ')
  return error instanceof ConfigError ? `configuration: ${line}` : `cannot run: ${line}`
}

/** Of an error of PostgreSQL its own words: Knex writes the statement and ` - ` before them, also where it cannot lock migrations. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const text = error.message || error.name
  return 'severity' in error || error.name === 'MigrationLocked' ? text.replace(/^.* - /s, '') : text
}
